// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_SCHEMA_H
#define TDG_STORE_SCHEMA_H

#include <tidings/archive.h>
#include <tidings/error.h>

/** Makes the tables of an archive in an empty file, in a change that is open. */
int tdg_archive_make(struct tdg_archive *archive, struct tdg_error *error);

#endif
