// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_TROUBLE_H
#define TDG_STORE_TROUBLE_H

#include <tidings/archive.h>
#include <tidings/error.h>

/** what the last SQLite call complained about. */
int tdg_sql_failed(struct tdg_archive *archive, struct tdg_error *error);

/** The status for what zlib returns. */
int tdg_zlib_status(int code);

/** Why an archive that was to be written can only be read. It may close the database. */
int tdg_archive_fail_read_only(struct tdg_archive *archive, struct tdg_error *error);

/** TDG_EFORMAT, with a sentence about what is wrong in which table. */
int tdg_archive_damaged(const struct tdg_archive *archive, struct tdg_error *error,
                        const char *table, const char *what);

#endif
