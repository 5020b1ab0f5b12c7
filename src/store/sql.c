// SPDX-License-Identifier: GPL-3.0-or-later
/* SQL in short: prepared once, values bound by the letters of a format, errors in our words. */
#include "store/sql.h"

#include <stdarg.h>

#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "store/cells.h"
#include "store/trouble.h"

int tdg_sql_script(struct tdg_archive *archive, const char *sql, struct tdg_error *error)
{
    return sqlite3_exec(archive->database, sql, NULL, NULL, NULL) == SQLITE_OK
               ? TDG_OK
               : tdg_sql_failed(archive, error);
}

void tdg_archive_forget_statements(struct tdg_archive *archive)
{
    for (size_t i = 0; i < archive->statement_count; i++)
        sqlite3_finalize(archive->statements[i].prepared);
    archive->statement_count = 0;
}

/* One prepared statement a literal; NULL where it cannot be made. */
static sqlite3_stmt *prepare(struct tdg_archive *archive, const char *sql)
{
    for (size_t i = 0; i < archive->statement_count; i++)
        if (archive->statements[i].sql == sql &&
            !sqlite3_stmt_busy(archive->statements[i].prepared))
            return archive->statements[i].prepared;
    if (archive->statement_count == TDG_STATEMENTS)
        return NULL;
    sqlite3_stmt *prepared = NULL;
    if (sqlite3_prepare_v3(archive->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, NULL))
        return NULL;
    archive->statements[archive->statement_count++] = (struct tdg_statement){sql, prepared};
    return prepared;
}

static int bind(sqlite3_stmt *statement, const char *types, va_list values)
{
    int code = SQLITE_OK;
    for (int at = 1; !code && types[at - 1] && types[at - 1] != '>'; at++) {
        int64_t number;
        const void *blob;
        switch (types[at - 1]) {
        case 'd':
            code = sqlite3_bind_double(statement, at, va_arg(values, double));
            break;
        case 's':
            code =
                sqlite3_bind_text(statement, at, va_arg(values, const char *), -1, SQLITE_STATIC);
            break;
        case 'b':
            blob = va_arg(values, const void *);
            code = sqlite3_bind_blob64(statement, at, blob, va_arg(values, size_t), SQLITE_STATIC);
            break;
        default:
            number = va_arg(values, int64_t);
            code =
                (types[at - 1] == 'o' && !number) || (types[at - 1] == 't' && number == TDG_NO_DATE)
                    ? sqlite3_bind_null(statement, at)
                    : sqlite3_bind_int64(statement, at, number);
        }
    }
    return code;
}

static int open_rows(struct tdg_rows *rows, struct tdg_archive *archive, struct tdg_error *error,
                     const char *sql, const char *types, va_list values)
{
    const char *results = strchr(types, '>');
    *rows = (struct tdg_rows){prepare(archive, sql), archive, error, results ? results + 1 : NULL};
    if (!rows->statement || bind(rows->statement, types, values)) {
        int status = tdg_sql_failed(archive, error);
        tdg_rows_done(rows);
        return status;
    }
    return TDG_OK;
}

int tdg_rows_open(struct tdg_rows *rows, struct tdg_archive *archive, struct tdg_error *error,
                  const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    int status = open_rows(rows, archive, error, sql, types, values);
    va_end(values);
    return status;
}

/* Text is asked for now, for SQLite says that memory is out by NULL, which is "" elsewhere. */
static int check_row(const struct tdg_rows *rows)
{
    int count = sqlite3_column_count(rows->statement);
    for (int at = 0; at < count; at++)
        if (sqlite3_column_type(rows->statement, at) == SQLITE_TEXT &&
            !sqlite3_column_text(rows->statement, at))
            return tdg_fail_memory(rows->error);
    if (!rows->results)
        return 1;
    const char *letters = strchr(rows->results, ':') + 1;
    char table[32];
    snprintf(table, sizeof table, "%.*s", (int)(letters - 1 - rows->results), rows->results);
    for (int at = 0; at < count; at++) {
        const char *wrong = tdg_cell_wrong(rows->statement, at, letters[at]);
        if (wrong)
            return tdg_archive_damaged(rows->archive, rows->error, table, wrong);
    }
    return 1;
}

int tdg_rows_next(struct tdg_rows *rows)
{
    int code = sqlite3_step(rows->statement);
    if (code == SQLITE_ROW)
        return check_row(rows);
    return code == SQLITE_DONE ? 0 : tdg_sql_failed(rows->archive, rows->error);
}

void tdg_rows_done(struct tdg_rows *rows)
{
    if (rows->statement) {
        sqlite3_reset(rows->statement);
        sqlite3_clear_bindings(rows->statement);
    }
    rows->statement = NULL;
}

int64_t tdg_rows_int(const struct tdg_rows *rows, int column)
{
    return sqlite3_column_int64(rows->statement, column);
}

double tdg_rows_double(const struct tdg_rows *rows, int column)
{
    return sqlite3_column_double(rows->statement, column);
}

const char *tdg_rows_text(const struct tdg_rows *rows, int column)
{
    const char *text = (const char *)sqlite3_column_text(rows->statement, column);
    return text ? text : "";
}

int64_t tdg_rows_time(const struct tdg_rows *rows, int column)
{
    return sqlite3_column_type(rows->statement, column) == SQLITE_NULL ? TDG_NO_DATE
                                                                       : tdg_rows_int(rows, column);
}

int tdg_sql(struct tdg_archive *archive, struct tdg_error *error, const char *sql,
            const char *types, ...)
{
    struct tdg_rows rows;
    va_list values;
    va_start(values, types);
    int status = open_rows(&rows, archive, error, sql, types, values);
    va_end(values);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = TDG_OK;
    tdg_rows_done(&rows);
    return status;
}

int tdg_sql_number(int64_t *value, struct tdg_archive *archive, struct tdg_error *error,
                   const char *sql, const char *types, ...)
{
    struct tdg_rows rows;
    va_list values;
    va_start(values, types);
    int status = open_rows(&rows, archive, error, sql, types, values);
    va_end(values);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        *value = tdg_rows_int(&rows, 0);
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}
