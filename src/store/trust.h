// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_TRUST_H
#define TDG_STORE_TRUST_H

#include <tidings/archive.h>
#include <tidings/error.h>

/** are the small tables that every command builds on as they were left? Part of
 * tdg_archive_begin and tdg_archive_begin_read. */
int tdg_archive_trust(struct tdg_archive *archive, struct tdg_error *error);

/** Notes how many rows the tables have, with every change that is kept. */
int tdg_archive_seal(struct tdg_archive *archive, struct tdg_error *error);

/** Which cells of which tables are not what they should be, and which rows are gone: all tables. */
int tdg_archive_check_cells(struct tdg_archive *archive,
                            void (*tell)(void *context, const char *problem, const char *where),
                            void *context, struct tdg_error *error);

#endif
