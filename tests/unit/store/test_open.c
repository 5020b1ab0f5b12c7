// SPDX-License-Identifier: GPL-3.0-or-later
/* What opens, and what is refused. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "input/identity.h"
#include "store/check.h"
#include "store/database.h"
#include "store/schema.h"
#include "store/sql.h"
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

static int64_t number_of(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

/* A file of the first version, empty but for an article. */
static void make_first_version(void)
{
    char name[] = "test_open.tidings";
    struct tdg_archive archive = {.path = name, .version = 1};
    unlink(path);
    assert_int_equal(sqlite3_open(path, &archive.database), SQLITE_OK);
    assert_int_equal(tdg_archive_make(&archive, 0, 1, NULL), TDG_OK);
    enter(&archive);
    assert_int_equal(
        sqlite3_exec(archive.database,
                     "INSERT INTO articles(id, title, source, url, language, content, added)"
                     " VALUES('a', 'Rain', '', 'http://a.example/1/', 'en', '', 1)",
                     NULL, NULL, NULL),
        SQLITE_OK);
    count_rows(&archive);
    tdg_archive_forget_statements(&archive);
    sqlite3_close(archive.database);
}

static void ignore(void *context, const char *problem)
{
    if (strstr(problem, "part of the archive") || strstr(problem, "not found by"))
        fail_msg("%s", problem);
    (void)context;
}

static void check_parts(int64_t version)
{
    struct tdg_archive *archive = NULL;
    size_t problems;
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_READ, NULL), TDG_OK);
    assert_int_equal(archive->version, version);
    assert_int_equal(tdg_archive_check_tables(archive, ignore, NULL, &problems, NULL), TDG_OK);
    tdg_archive_close(archive);
}

/* It is read as it is, and comes up to date once it is written. */
static void an_older_version_opens(void **state)
{
    (void)state;
    struct tdg_archive *archive = NULL;
    make_first_version();
    check_parts(1);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_WRITE, NULL), TDG_OK);
    assert_int_equal(number_of(archive->database, "PRAGMA user_version"), TDG_ARCHIVE_VERSION);
    assert_true(number_of(archive->database, "SELECT page FROM articles") ==
                tdg_page_number("https://a.example/1", "a", "Rain"));
    tdg_archive_close(archive);
    check_parts(TDG_ARCHIVE_VERSION);
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
        cmocka_unit_test(an_older_version_opens),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
