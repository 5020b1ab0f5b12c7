// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_SCHEMA_H
#define TDG_STORE_SCHEMA_H

#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

/** Makes an archive of one version, 0 for an empty file, one of a later version, in a change that
 * is open. */
int tdg_archive_make(struct tdg_archive *archive, int64_t from, int64_t version,
                     struct tdg_error *error);

#endif
