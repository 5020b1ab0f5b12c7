// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_CHECK_H
#define TDG_STORE_CHECK_H

#include <stddef.h>

#include <tidings/archive.h>
#include <tidings/error.h>

/** Looks through the tables. What is wrong is reported line by line; *problems: how many. */
int tdg_archive_check_tables(struct tdg_archive *archive,
                             void (*tell)(void *context, const char *problem), void *context,
                             size_t *problems, struct tdg_error *error);

#endif
