// SPDX-License-Identifier: GPL-3.0-or-later
/* Keeping and finding articles, and what a batch that is taken back leaves. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "store/articles.h"
#include "store/open.h"
#include "store/sql.h"
#include "store/store.h"
#include "unit/store/files.h"

static const char path[] = "test_articles.tidings";

static size_t count(struct tdg_archive *archive)
{
    struct tdg_archive_counts counts = {0};
    assert_int_equal(tdg_archive_count(&counts, archive, NULL), TDG_OK);
    return counts.articles;
}

static size_t hits(struct tdg_archive *archive, const char *words)
{
    struct tdg_archive_listing *listing = NULL;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_ARTICLES,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE,
                                          .words = words};
    assert_int_equal(tdg_archive_read(archive, &request, &listing, NULL), TDG_OK);
    size_t found = listing->article_count;
    tdg_archive_listing_free(listing);
    return found;
}

static void what_is_put_is_found(void **state)
{
    (void)state;
    struct tdg_archive *archive = new_archive(path);
    int64_t ledger = enter(archive), number = put(archive, "a", "steel tariffs", ledger), found;
    bool same = false;
    assert_int_equal(tdg_archive_find(&found, &same, archive, "a", "steel tariffs", NULL), TDG_OK);
    assert_int_equal(found, number);
    assert_true(same);
    assert_int_equal(tdg_archive_find(&found, &same, archive, "a", "other", NULL), TDG_OK);
    assert_false(same);
    assert_int_equal(tdg_archive_find(&found, &same, archive, "b", "", NULL), TDG_OK);
    assert_int_equal(found, 0);
    tdg_archive_close(archive);
}

static void a_changed_article_is_searched_by_its_new_words(void **state)
{
    (void)state;
    struct tdg_archive *archive = new_archive(path);
    int64_t ledger = enter(archive);
    put(archive, "a", "steel tariffs", ledger);
    assert_int_equal(hits(archive, "steel"), 1);
    assert_int_equal(hits(archive, "st* tariffs"), 1);
    assert_int_equal(hits(archive, "\" OR copper"), 0);
    struct tdg_stored_article article = {.number = 1,
                                         .id = "a",
                                         .title = "",
                                         .source = "",
                                         .url = "",
                                         .language = "",
                                         .content = "2",
                                         .body = "copper",
                                         .published = TDG_NO_DATE};
    assert_int_equal(tdg_archive_put(archive, &article, ledger, NULL), TDG_OK);
    assert_int_equal(hits(archive, "steel"), 0);
    assert_int_equal(hits(archive, "copper"), 1);
    assert_int_equal(count(archive), 1);
    tdg_archive_close(archive);
}

static void what_is_undone_was_never_there(void **state)
{
    (void)state;
    struct tdg_archive *archive = new_archive(path), *reader = NULL;
    put(archive, "a", "steel", enter(archive));
    assert_int_equal(tdg_archive_begin(archive, NULL), TDG_OK);
    put(archive, "b", "copper", enter(archive));
    assert_int_equal(count(archive), 2);
    /* A reader is not blocked, and sees the state before. */
    assert_int_equal(tdg_archive_open(&reader, path, TDG_ARCHIVE_READ, NULL), TDG_OK);
    assert_int_equal(count(reader), 1);
    tdg_archive_undo(archive);
    assert_int_equal(count(archive), 1);
    assert_int_equal(hits(archive, "copper"), 0);
    tdg_archive_close(reader);
    tdg_archive_close(archive);
}

static size_t problems(struct tdg_archive *archive)
{
    size_t found = 0;
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &found, NULL), TDG_OK);
    return found;
}

/* Removed by entry 2, which is made with it. */
#define REMOVED(number, moves)                                                                     \
    "INSERT INTO ledger(number, kind, articles, before) VALUES(2, 'remove', 1,"                    \
    " '{\"copies\":[],\"ended\":[]}'); INSERT INTO removed VALUES(" number                         \
    ", 2, 'r', 'r', '', '', 'en', 1000, 17, '', NULL, NULL, 0, NULL, 0, NULL, 'none', 1, 1, 'x',"  \
    " 0, " moves                                                                                   \
    ", NULL); UPDATE settings SET value = replace(replace(value, 'removed=0', 'removed=1'),"       \
    " 'ledger=1', 'ledger=2')"

static void what_was_removed_is_no_problem(void **state)
{
    (void)state;
    struct tdg_archive *archive = new_archive(path);
    put(archive, "a", "a text", enter(archive));
    assert_int_equal(tdg_sql_script(archive, "UPDATE articles SET reason = 'none'", NULL), 0);
    assert_int_equal(tdg_sql_script(archive, REMOVED("9", "'[]'"), NULL), 0);
    assert_int_equal(problems(archive), 0);
    tdg_archive_close(archive);
}

static void check_finds_what_is_wrong(void **state)
{
    (void)state;
    static const char *const harm[] = {
        "DELETE FROM texts WHERE article = 1",
        "UPDATE articles SET copy_of = number + 1 WHERE number < 3",
        "UPDATE articles SET reason = '' WHERE number = 1",
        "PRAGMA foreign_keys = OFF; UPDATE articles SET story = 99 WHERE number = 1",
        "UPDATE texts SET size = 99 WHERE article = 2",
        "UPDATE tally SET articles = articles + 1",
        "UPDATE tally SET originals = 0",
        "DELETE FROM tally",
        "INSERT INTO tally VALUES(7, 1, 1)",
        "UPDATE period_tally SET articles = articles + 1",
        "UPDATE articles SET published = 900000000 WHERE number = 1",
        "INSERT INTO search(search, rowid, title, body) VALUES('delete', 1, 'a', 'a text')",
        "DELETE FROM models",
        "DELETE FROM settings",
        "DELETE FROM settings WHERE name = 'rows'",
        "UPDATE settings SET value = replace(value, ' removed=0', '') WHERE name = 'rows'",
        REMOVED("1", "'[]'"),
        REMOVED("9", "'[[1, 7]]'"),
        REMOVED("9", "'['"),
        "INSERT INTO terms VALUES(1, 'steel', 1, 2)",
        "DROP TRIGGER tally_insert",
        "DROP VIEW series_list",
        ("INSERT INTO reports VALUES(1, '1970-W01', 1); "
         "INSERT INTO report_files VALUES(1, 'md', 9, x'00')"),
    };
    for (size_t i = 0; i < sizeof harm / sizeof *harm; i++) {
        struct tdg_archive *archive = new_archive(path);
        int64_t ledger = enter(archive);
        for (const char *id = "abc"; *id; id++)
            put(archive, (char[]){*id, '\0'}, "a text", ledger);
        assert_int_equal(tdg_sql_script(archive, "UPDATE articles SET reason = 'none'", NULL), 0);
        assert_int_equal(problems(archive), 0);
        assert_int_equal(tdg_sql_script(archive, harm[i], NULL), 0);
        assert_in_range(problems(archive), 1, 4); /* a wrong number is one of a sum or count, too */
        tdg_archive_close(archive);
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
        cmocka_unit_test(what_is_put_is_found),
        cmocka_unit_test(a_changed_article_is_searched_by_its_new_words),
        cmocka_unit_test(what_is_undone_was_never_there),
        cmocka_unit_test(what_was_removed_is_no_problem),
        cmocka_unit_test(check_finds_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
