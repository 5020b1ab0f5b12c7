// SPDX-License-Identifier: GPL-3.0-or-later
/* What opens, and what is refused. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "store/database.h"
#include "unit/store/files.h"

static const char path[] = "test_open.tidings";

static void set_pragma(const char *name, int value)
{
    sqlite3 *database = NULL;
    char sql[64];
    snprintf(sql, sizeof sql, "PRAGMA %s = %d", name, value);
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static int open_status(enum tdg_archive_mode mode)
{
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    int status = tdg_archive_open(&archive, path, mode, &error);
    assert_true(!status == !*error.message);
    tdg_archive_close(archive);
    return status;
}

static void a_new_archive_opens_again(void **state)
{
    (void)state;
    unlink(path);
    assert_int_equal(open_status(TDG_ARCHIVE_READ), TDG_EIO);
    assert_int_equal(open_status(TDG_ARCHIVE_WRITE), TDG_EIO);
    assert_int_equal(open_status(TDG_ARCHIVE_CREATE), TDG_OK);
    assert_int_equal(open_status(TDG_ARCHIVE_READ), TDG_OK);
    assert_int_equal(open_status(TDG_ARCHIVE_WRITE), TDG_OK);
}

static void an_empty_file_is_a_new_archive(void **state)
{
    (void)state;
    unlink(path);
    fclose(fopen(path, "wb"));
    assert_int_equal(open_status(TDG_ARCHIVE_READ), TDG_EFORMAT);
    assert_int_equal(open_status(TDG_ARCHIVE_CREATE), TDG_OK);
}

/* The message says why. */
static void assert_refused(const char *why)
{
    static const enum tdg_archive_mode modes[] = {TDG_ARCHIVE_READ, TDG_ARCHIVE_WRITE,
                                                  TDG_ARCHIVE_CREATE};
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        struct tdg_archive *archive = NULL;
        struct tdg_error error = {0};
        assert_int_equal(tdg_archive_open(&archive, path, modes[i], &error), TDG_EFORMAT);
        assert_non_null(strstr(error.message, why));
    }
}

static void other_files_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *pragma;
        int value;
        const char *why;
    } rows[] = {
        {"user_version", TDG_ARCHIVE_VERSION + 1, "use a newer tidings"},
        {"user_version", 0, "another program"},
        {"user_version", -3, "another program"},
        {"application_id", 17, "another program"},
        {"application_id", TDG_APPLICATION_ID_UNRELEASED, "before the first release"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tdg_archive_close(new_archive(path));
        set_pragma(rows[i].pragma, rows[i].value);
        assert_refused(rows[i].why);
    }
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
        cmocka_unit_test(a_new_archive_opens_again),
        cmocka_unit_test(an_empty_file_is_a_new_archive),
        cmocka_unit_test(other_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
