// SPDX-License-Identifier: GPL-3.0-or-later
/* What a library complains about is not mistaken for something else. */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <zlib.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/error.h"
#include "store/database.h"
#include "store/sql.h"
#include "store/trouble.h"
#include "unit/store/files.h"

static const char path[] = "test_trouble.tidings";

static void zlib_out_of_memory_is_no_damage(void **state)
{
    (void)state;
    assert_int_equal(tdg_zlib_status(Z_OK), TDG_OK);
    assert_int_equal(tdg_zlib_status(Z_MEM_ERROR), TDG_ENOMEM);
    assert_int_equal(tdg_zlib_status(Z_BUF_ERROR), TDG_EFORMAT);
    assert_int_equal(tdg_zlib_status(Z_DATA_ERROR), TDG_EFORMAT);
}

/* A function that fails as SQLite fails inside: with a code of its own choice. */
static void fail_with(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    sqlite3_result_error_code(context, sqlite3_value_int(values[0]));
}

static void codes_of_sqlite_have_their_sentence(void **state)
{
    (void)state;
    static const struct {
        int code, status;
        const char *part;
    } rows[] = {
        {SQLITE_NOMEM, TDG_ENOMEM, "out of memory"},
        {SQLITE_IOERR_NOMEM, TDG_ENOMEM, "out of memory"},
        {SQLITE_IOERR_READ, TDG_EIO, "cannot be read or written"},
        {SQLITE_IOERR_SHORT_READ, TDG_EFORMAT, "damaged"},
        {SQLITE_IOERR_LOCK, TDG_EIO, "locked"},
        {SQLITE_READONLY, TDG_EIO, "read-only"},
        {SQLITE_READONLY_ROLLBACK, TDG_EIO, "interrupted"},
        {SQLITE_BUSY, TDG_EIO, "another process"},
        {SQLITE_BUSY_SNAPSHOT, TDG_EIO, "another process"},
        {SQLITE_FULL, TDG_EIO, "disk is full"},
        {SQLITE_CORRUPT_VTAB, TDG_EFORMAT, "damaged"},
        {SQLITE_CONSTRAINT_FOREIGNKEY, TDG_EFORMAT, "damaged"},
        {SQLITE_TOOBIG, TDG_ELIMIT, "too long"},
        {SQLITE_CANTOPEN, TDG_EIO, "cannot be opened"},
    };
    struct tdg_archive *archive = new_archive(path);
    assert_int_equal(sqlite3_create_function(archive->database, "fail_with", 1, SQLITE_UTF8, NULL,
                                             fail_with, NULL, NULL),
                     SQLITE_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_error error = {0};
        char sql[64];
        snprintf(sql, sizeof sql, "SELECT fail_with(%d)", rows[i].code);
        assert_int_equal(tdg_sql_script(archive, sql, &error), rows[i].status);
        assert_non_null(strstr(error.message, rows[i].part));
    }
    tdg_archive_close(archive);
}

static void system_errors_name_their_reason(void **state)
{
    (void)state;
    struct tdg_error error = {0};
    assert_int_equal(tdg_fail_errno(&error, ENOMEM, path, "cannot be read"), TDG_ENOMEM);
    assert_null(strstr(error.message, "cannot be read"));
    assert_int_equal(tdg_fail_errno(&error, EIO, path, "cannot be read"), TDG_EIO);
    assert_string_equal(error.message, "cannot be read: Input/output error");
    assert_string_equal(error.file, path);
}

/* A row is never handed out with something that its letters do not allow. */
static void cells_are_looked_at(void **state)
{
    (void)state;
    static const struct {
        const char *value, *letters;
        bool good;
    } cells[] = {
        {"1", ">x:n", true},
        {"0", ">x:n", false},
        {"4294967295", ">x:n", false},
        {"NULL", ">x:n", false},
        {"NULL", ">x:o", true},
        {"'1'", ">x:n", false},
        {"0", ">x:z", true},
        {"-1", ">x:c", false},
        {"1.5", ">x:c", false},
        {"2", ">x:f", false},
        {"NULL", ">x:t", true},
        {"NULL", ">x:T", false},
        {"253402300800", ">x:T", false},
        {"1.5", ">x:d", true},
        {"9e999", ">x:d", false},
        {"1.01", ">x:p", false},
        {"'a'", ">x:s", true},
        {"x'61'", ">x:s", false},
        {"CAST(x'61ff' AS TEXT)", ">x:s", false},
        {"CAST(x'6100' AS TEXT)", ">x:s", false},
        {"NULL", ">x:S", true},
        {"x'00ff'", ">x:b", true},
        {"5", ">x:b", false},
    };
    struct tdg_archive *archive = new_archive(path);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct tdg_rows rows;
        struct tdg_error error = {0};
        char sql[64];
        snprintf(sql, sizeof sql, "SELECT %s", cells[i].value);
        assert_int_equal(tdg_rows_open(&rows, archive, &error, sql, cells[i].letters), TDG_OK);
        assert_int_equal(tdg_rows_next(&rows), cells[i].good ? 1 : TDG_EFORMAT);
        assert_true(cells[i].good || strstr(error.message, "damaged (x: "));
        tdg_rows_done(&rows);
        tdg_archive_forget_statements(archive);
    }
    tdg_archive_close(archive);
}

static int teardown(void **state)
{
    (void)state;
    unlink(path);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zlib_out_of_memory_is_no_damage),
        cmocka_unit_test(codes_of_sqlite_have_their_sentence),
        cmocka_unit_test(system_errors_name_their_reason),
        cmocka_unit_test(cells_are_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
