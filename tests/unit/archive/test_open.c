// SPDX-License-Identifier: GPL-3.0-or-later
/* What opens, what is refused, and what an older archive becomes. */
#include "unit/archive/files.h"

static const char path[] = "test_open.tidings", copy[] = "test_open.tidings.version1";

static void set_version(int version, const char *more)
{
    sqlite3 *database = NULL;
    char sql[200];
    snprintf(sql, sizeof sql, "PRAGMA user_version = %d; %s", version, more);
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

static void newer_archives_are_refused(void **state)
{
    (void)state;
    tdg_archive_close(new_archive(path));
    set_version(tdg_archive_newest_version() + 1, "");
    assert_int_equal(open_status(TDG_ARCHIVE_READ), TDG_EFORMAT);
    assert_int_equal(open_status(TDG_ARCHIVE_CREATE), TDG_EFORMAT);
}

static void other_databases_are_refused(void **state)
{
    (void)state;
    tdg_archive_close(new_archive(path));
    set_version(1, "PRAGMA application_id = 17");
    assert_int_equal(open_status(TDG_ARCHIVE_CREATE), TDG_EFORMAT);
}

/* Version 1 had neither search nor reports. */
static void older_archives_are_brought_up_to_date(void **state)
{
    (void)state;
    struct tdg_archive *archive = new_archive(path);
    assert_int_equal(tdg_archive_set(archive, "kept", "yes", NULL), TDG_OK);
    tdg_archive_close(archive);
    set_version(1, "DROP TABLE search; DROP TABLE findings; DROP TABLE report_files;"
                   "DROP TABLE reports");
    unlink(copy);
    assert_int_equal(open_status(TDG_ARCHIVE_READ), TDG_EFORMAT);
    assert_int_equal(open_status(TDG_ARCHIVE_WRITE), TDG_OK);
    assert_int_equal(access(copy, R_OK), 0);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_READ, NULL), TDG_OK);
    struct tdg_buffer value = {0};
    assert_int_equal(tdg_archive_setting(&value, archive, "kept", NULL), TDG_OK);
    assert_string_equal(value.text, "yes");
    tdg_buffer_done(&value);
    tdg_archive_close(archive);
}

static int teardown(void **state)
{
    (void)state;
    unlink(path);
    unlink(copy);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_archive_opens_again),
        cmocka_unit_test(an_empty_file_is_a_new_archive),
        cmocka_unit_test(newer_archives_are_refused),
        cmocka_unit_test(other_databases_are_refused),
        cmocka_unit_test(older_archives_are_brought_up_to_date),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
