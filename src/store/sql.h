// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_SQL_H
#define TDG_STORE_SQL_H

#include <stdint.h>

#include <tidings/error.h>

#include "store/database.h"

/** Runs statements without values. The error is that of SQLite in our words. */
int tdg_sql_script(struct tdg_archive *archive, const char *sql, struct tdg_error *error);
int tdg_rows_open(struct tdg_rows *rows, struct tdg_archive *archive, struct tdg_error *error,
                  const char *sql, const char *types, ...);

/** 1 for a row, 0 at the end, or a negative status. */
int tdg_rows_next(struct tdg_rows *rows);
void tdg_rows_done(struct tdg_rows *rows);

/** Of the present row; columns from 0. A NULL is 0 or "". Text is borrowed until the next row. */
int64_t tdg_rows_int(const struct tdg_rows *rows, int column);
double tdg_rows_double(const struct tdg_rows *rows, int column);
const char *tdg_rows_text(const struct tdg_rows *rows, int column);

/** TDG_NO_DATE for NULL. */
int64_t tdg_rows_time(const struct tdg_rows *rows, int column);

/** One statement that gives no rows. */
int tdg_sql(struct tdg_archive *archive, struct tdg_error *error, const char *sql,
            const char *types, ...);

/** One number; *value stays as it is where there is no row. */
int tdg_sql_number(int64_t *value, struct tdg_archive *archive, struct tdg_error *error,
                   const char *sql, const char *types, ...);

/** Before the database is closed. */
void tdg_archive_forget_statements(struct tdg_archive *archive);

#endif
