// SPDX-License-Identifier: GPL-3.0-or-later
/* What opens, what is refused, and what an older archive becomes. */
#include <stdint.h>
#include <stdlib.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "store/articles.h"
#include "store/database.h"
#include "store/migrations.h"
#include "store/periods.h"
#include "store/sql.h"
#include "store/store.h"
#include "store/themes.h"
#include "unit/store/files.h"

static const char path[] = "test_open.tidings";
static const char *const copies[] = {"test_open.tidings.version1", "test_open.tidings.version2",
                                     "test_open.tidings.version3", "test_open.tidings.version4"};

/* What is in an archive by the second step and by those after it, taken out again. */
#define UNDO_SECOND                                                                                \
    "DROP TABLE search; DROP TABLE findings; DROP TABLE report_files; DROP TABLE reports;"
#define UNDO_THIRD                                                                                 \
    "DROP VIEW copy_list; DROP VIEW membership_list; DROP TRIGGER tally_insert;"                   \
    "DROP TRIGGER tally_update; DROP TRIGGER tally_delete; DROP TABLE tally;"                      \
    "DROP INDEX articles_unplaced; DROP INDEX articles_theme;"                                     \
    "CREATE INDEX articles_theme ON articles(theme, copy_of, published);"

#define UNDO_FIFTH "DROP INDEX articles_url; DROP TABLE removed;"

#define UNDO_FOURTH                                                                                \
    UNDO_FIFTH                                                                                     \
    "DROP VIEW series_list; DROP VIEW period_list; DROP TRIGGER period_insert;"                    \
    "DROP TRIGGER period_leave; DROP TRIGGER period_enter; DROP TRIGGER period_delete;"            \
    "DROP TABLE period_tally; DROP INDEX articles_unfiled; UPDATE articles SET period = NULL;"     \
    "ALTER TABLE articles DROP COLUMN period; DROP TABLE periods;"

static void set_version(int version, const char *more)
{
    sqlite3 *database = NULL;
    char sql[1600];
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

/* All that is made in an archive; to be freed. */
static char *everything_in(struct tdg_archive *archive)
{
    struct tdg_rows rows;
    struct tdg_buffer made = {0};
    assert_int_equal(tdg_rows_open(&rows, archive, NULL,
                                   "SELECT name, sql FROM sqlite_schema ORDER BY name", ""),
                     TDG_OK);
    while (tdg_rows_next(&rows) == 1)
        tdg_buffer_format(&made, "%s: %s\n", tdg_rows_text(&rows, 0), tdg_rows_text(&rows, 1));
    tdg_rows_done(&rows);
    assert_non_null(made.text);
    return made.text;
}

static void grows_up(int version, const char *undo, const char *copy)
{
    struct tdg_archive *archive = new_archive(path);
    char *expected = everything_in(archive), *found;
    assert_int_equal(tdg_archive_set(archive, "kept", "yes", NULL), TDG_OK);
    tdg_archive_close(archive);
    set_version(version, undo);
    unlink(copy);
    assert_int_equal(open_status(TDG_ARCHIVE_READ), TDG_EFORMAT);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_WRITE, NULL), TDG_OK);
    assert_int_equal(tdg_archive_version_before(archive), version);
    tdg_archive_close(archive);
    assert_int_equal(access(copy, R_OK), 0);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_READ, NULL), TDG_OK);
    assert_int_equal(tdg_archive_version_before(archive), 0);
    struct tdg_buffer value = {0};
    assert_int_equal(tdg_archive_setting(&value, archive, "kept", NULL), TDG_OK);
    assert_string_equal(value.text, "yes");
    found = everything_in(archive);
    assert_string_equal(found, expected);
    free(found);
    free(expected);
    tdg_buffer_done(&value);
    tdg_archive_close(archive);
}

static void older_archives_are_brought_up_to_date(void **state)
{
    (void)state;
    grows_up(1, UNDO_SECOND UNDO_FOURTH UNDO_THIRD, copies[0]);
    grows_up(2, UNDO_FOURTH UNDO_THIRD, copies[1]);
    grows_up(3, UNDO_FOURTH, copies[2]);
    grows_up(4, UNDO_FIFTH, copies[3]);
}

/* Five articles: two in T1, one of them a copy; one that fits none, one that is too short, and one
 * in T2 without a date. */
static void fill(struct tdg_archive *archive)
{
    int64_t ledger = enter(archive);
    for (const char *id = "abcde"; *id; id++)
        put(archive, (char[]){*id, '\0'}, "a text", ledger);
    assert_int_equal(tdg_sql_script(archive,
                                    "INSERT INTO themes(label, born) VALUES('x', 1), ('y', 1);"
                                    "UPDATE articles SET theme = 1, published = 7 * number"
                                    " WHERE number < 3;"
                                    "UPDATE articles SET copy_of = 1 WHERE number = 2;"
                                    "UPDATE articles SET reason = 'fits none of the themes so far'"
                                    " WHERE number = 3;"
                                    "UPDATE articles SET reason = 'too short' WHERE number = 4;"
                                    "UPDATE articles SET theme = 2, published = NULL, period = NULL"
                                    " WHERE number = 5",
                                    NULL),
                     TDG_OK);
}

static void file_all(struct tdg_archive *archive)
{
    int64_t article = 0, published = TDG_NO_DATE, filed = 0;
    assert_int_equal(tdg_archive_unfiled(&article, &published, archive, NULL), TDG_OK);
    for (; article; filed++) {
        assert_int_not_equal(published, TDG_NO_DATE);
        assert_int_equal(tdg_archive_file(archive, article, week_one.number, NULL), TDG_OK);
        assert_int_equal(tdg_archive_unfiled(&article, &published, archive, NULL), TDG_OK);
    }
    assert_int_equal(filed, 4);
}

static void what_older_archives_hold_is_counted(void **state)
{
    (void)state;
    struct tdg_archive *archive = new_archive(path);
    struct tdg_archive_counts counts = {0};
    struct tdg_stored_themes themes = {0};
    size_t problems = 99;
    fill(archive);
    tdg_archive_close(archive);
    set_version(2, UNDO_FOURTH UNDO_THIRD);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_WRITE, NULL), TDG_OK);
    assert_int_equal(tdg_archive_count(&counts, archive, NULL), TDG_OK);
    assert_int_equal(counts.articles, 5);
    assert_int_equal(counts.originals, 4);
    assert_int_equal(counts.unplaced, 1);
    assert_int_equal(counts.oldest, 7);
    assert_int_equal(counts.newest, 1000);
    assert_int_equal(tdg_archive_themes(&themes, archive, NULL), TDG_OK);
    assert_int_equal(themes.count, 2);
    assert_int_equal(themes.items[0].originals, 1);
    assert_int_equal(themes.items[0].last, 14);
    assert_int_equal(themes.items[1].originals, 1);
    assert_int_equal(themes.items[1].last, TDG_NO_DATE);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0); /* of their periods only the engine knows: there are none yet */
    assert_int_equal(tdg_archive_keep_period(archive, &week_one, NULL), TDG_OK);
    count_rows(archive);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 4); /* where there are some, all are */
    file_all(archive);
    count_rows(archive);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
    tdg_stored_themes_done(&themes);
    tdg_archive_close(archive);
}

static int teardown(void **state)
{
    (void)state;
    unlink(path);
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++)
        unlink(copies[i]);
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
        cmocka_unit_test(what_older_archives_hold_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
