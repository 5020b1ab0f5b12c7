// SPDX-License-Identifier: GPL-3.0-or-later
/* The tally is right after whatever happens to articles, and spans of time are found by it and the
 * indexes as they would be by looking at every article. */
#include <stdint.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "phrasing/ledger.h"
#include "phrasing/unplaced.h"
#include "store/articles.h"
#include "store/curate.h"
#include "store/database.h"
#include "store/ledger.h"
#include "store/periods.h"
#include "store/sql.h"
#include "store/store.h"
#include "store/themes.h"
#include "store/undo.h"
#include "unit/store/files.h"

static const char path[] = "test_tally.tidings";

/* "theme:articles/originals" of all themes that have articles. */
static void assert_tally(struct tdg_archive *archive, const char *expected)
{
    struct tdg_rows rows;
    struct tdg_buffer found = {0};
    size_t problems = 99;
    tdg_buffer_string(&found, "");
    assert_int_equal(tdg_rows_open(&rows, archive, NULL,
                                   "SELECT theme, articles, originals FROM tally"
                                   " WHERE articles <> 0 OR originals <> 0 ORDER BY theme",
                                   ""),
                     TDG_OK);
    while (tdg_rows_next(&rows) == 1)
        tdg_buffer_format(&found, "%s%d:%d/%d", found.length ? " " : "",
                          (int)tdg_rows_int(&rows, 0), (int)tdg_rows_int(&rows, 1),
                          (int)tdg_rows_int(&rows, 2));
    tdg_rows_done(&rows);
    assert_string_equal(found.text ? found.text : "", expected);
    tdg_buffer_done(&found);
    count_rows(archive);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
}

static void place(struct tdg_archive *archive, int64_t number, int64_t theme)
{
    struct tdg_stored_article article = {
        .number = number, .theme = theme, .reason = theme ? "" : TDG_FITS_NONE};
    assert_int_equal(tdg_archive_place(archive, &article, NULL), TDG_OK);
}

/* Four articles: a, b in T1, c in T2, d in none. */
static struct tdg_archive *four_articles(int64_t *ledger)
{
    static const int64_t theme[] = {1, 1, 2, 0};
    struct tdg_archive *archive = new_archive(path);
    int64_t number;
    *ledger = enter(archive);
    for (size_t t = 0; t < 2; t++)
        assert_int_equal(tdg_archive_new_theme(&number, archive, "x", "", *ledger, NULL), TDG_OK);
    for (size_t i = 0; i < 4; i++)
        place(archive, put(archive, (char[]){(char)('a' + i), '\0'}, "a text", *ledger), theme[i]);
    return archive;
}

static void the_tally_follows_every_change(void **state)
{
    (void)state;
    int64_t ledger, theme, story;
    struct tdg_archive *archive = four_articles(&ledger);
    assert_tally(archive, "0:1/1 1:2/2 2:1/1");
    assert_int_equal(tdg_archive_place_as(archive, 2, 3, &theme, &story, NULL), TDG_OK);
    assert_tally(archive, "0:1/1 1:1/1 2:2/1");
    assert_int_equal(tdg_archive_move(archive, 4, 1, 0.5, NULL), TDG_OK);
    assert_tally(archive, "1:2/2 2:2/1");
    struct tdg_ledger_entry join = {.kind = TDG_LEDGER_JOIN, .theme = 2, .other = 1};
    assert_int_equal(tdg_archive_enter(&ledger, archive, &join, NULL), TDG_OK);
    assert_int_equal(tdg_archive_undo_save(archive, ledger, 2, 1, NULL), TDG_OK);
    assert_int_equal(tdg_archive_join(archive, 2, 1, ledger, NULL), TDG_OK);
    assert_tally(archive, "1:4/3");
    struct tdg_decision decision;
    assert_int_equal(tdg_archive_decision(&decision, archive, ledger, NULL), TDG_OK);
    assert_int_equal(tdg_archive_undo_apply(archive, &decision, 1, NULL), TDG_OK);
    tdg_buffer_done(&decision.before);
    assert_tally(archive, "1:2/2 2:2/1");
    place(archive, 2, 0);
    assert_tally(archive, "0:1/1 1:2/2 2:1/1");
    assert_int_equal(
        tdg_sql_script(archive,
                       "PRAGMA foreign_keys = OFF; DELETE FROM texts WHERE article = 1;"
                       "DELETE FROM articles WHERE number = 1; DELETE FROM moves",
                       NULL),
        TDG_OK);
    assert_tally(archive, "0:1/1 1:1/1 2:1/1");
    tdg_archive_close(archive);
}

/* An article that comes again has no theme until it is placed. */
static void a_changed_article_is_counted_once(void **state)
{
    (void)state;
    int64_t ledger;
    struct tdg_archive *archive = four_articles(&ledger);
    struct tdg_stored_article again = {.number = 3,
                                       .id = "c",
                                       .title = "c",
                                       .source = "",
                                       .url = "",
                                       .language = "",
                                       .content = "2",
                                       .body = "another text",
                                       .published = TDG_NO_DATE};
    assert_int_equal(tdg_archive_put(archive, &again, ledger, NULL), TDG_OK);
    place(archive, 3, 1);
    assert_tally(archive, "0:1/1 1:3/3");
    tdg_archive_close(archive);
}

/* The ids of the articles of a range, in their order. */
static void assert_range(struct tdg_archive *archive, struct tdg_article_range range,
                         const char *expected)
{
    struct tdg_article_cursor *cursor = NULL;
    struct tdg_stored_article article;
    char found[16] = "";
    int status;
    assert_int_equal(tdg_article_cursor_open(&cursor, archive, &range, NULL), TDG_OK);
    while ((status = tdg_article_cursor_next(cursor, &article)) == 1)
        strncat(found, article.id, sizeof found - strlen(found) - 1);
    assert_int_equal(status, 0);
    assert_string_equal(found, expected);
    tdg_article_cursor_close(cursor);
}

static void ranges_are_found_newest_first(void **state)
{
    (void)state;
    static const struct {
        struct tdg_article_range range;
        const char *ids;
    } cases[] = {
        {{.from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true}, "bacd"},
        {{.from = TDG_NO_DATE, .to = TDG_NO_DATE}, "bac"},
        {{.from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .limit = 2}, "ba"},
        {{.from = 10, .to = 20}, "c"},
        {{.from = 10, .to = 20, .undated = true}, "cd"},
        {{.from = 10, .to = 21, .limit = 1}, "b"},
        {{.from = 20, .to = TDG_NO_DATE, .theme = 1}, "ba"},
        {{.from = TDG_NO_DATE, .to = TDG_NO_DATE, .theme = 2}, "c"},
        {{.from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .after = 2}, "cd"},
        {{.from = TDG_NO_DATE, .to = TDG_NO_DATE, .after = 2}, "c"},
        {{.from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .article = 4}, "d"},
        {{.from = TDG_NO_DATE, .to = 10, .article = 1}, ""},
    };
    int64_t ledger;
    struct tdg_archive *archive = four_articles(&ledger);
    assert_int_equal(
        tdg_sql_script(archive,
                       "UPDATE articles SET period = NULL, published = CASE id WHEN 'c' THEN 10"
                       " WHEN 'd' THEN NULL ELSE 20 END",
                       NULL),
        TDG_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_range(archive, cases[i].range, cases[i].ids);
    tdg_archive_close(archive);
}

static int64_t number_of(struct tdg_archive *archive, const char *sql)
{
    int64_t number = -1;
    assert_int_equal(tdg_sql_number(&number, archive, NULL, sql, ""), TDG_OK);
    return number;
}

static void views_list_memberships_and_copies(void **state)
{
    (void)state;
    int64_t ledger, theme, story;
    struct tdg_archive *archive = four_articles(&ledger);
    struct tdg_stored_article both = {.number = 1,
                                      .theme = 1,
                                      .weight = 0.75,
                                      .second_theme = 2,
                                      .second_weight = 0.25,
                                      .reason = ""};
    assert_int_equal(tdg_archive_place(archive, &both, NULL), TDG_OK);
    assert_int_equal(tdg_archive_place_as(archive, 2, 3, &theme, &story, NULL), TDG_OK);
    assert_int_equal(number_of(archive, "SELECT count(*) FROM membership_list"), 4);
    assert_int_equal(number_of(archive, "SELECT count(*) FROM membership_list WHERE article = 'a'"
                                        " AND ((theme = 'T1' AND rank = 1 AND weight = 0.75)"
                                        " OR (theme = 'T2' AND rank = 2 AND weight = 0.25))"),
                     2);
    assert_int_equal(number_of(archive, "SELECT count(*) FROM copy_list"), 1);
    assert_int_equal(
        number_of(archive, "SELECT count(*) FROM copy_list WHERE copy = 'b' AND original = 'c'"),
        1);
    tdg_archive_close(archive);
}

/* "period theme articles originals share" of all series, a line each. */
static void assert_series(struct tdg_archive *archive, const char *expected)
{
    struct tdg_rows rows;
    struct tdg_buffer found = {0};
    assert_int_equal(tdg_rows_open(&rows, archive, NULL,
                                   "SELECT period || ' ' || theme || ' ' || articles || ' '"
                                   " || originals || ' ' || ifnull(round(share, 3), '-')"
                                   " FROM series_list ORDER BY 1",
                                   ""),
                     TDG_OK);
    while (tdg_rows_next(&rows) == 1)
        tdg_buffer_format(&found, "%s%s", found.length ? "; " : "", tdg_rows_text(&rows, 0));
    tdg_rows_done(&rows);
    assert_string_equal(found.text ? found.text : "", expected);
    tdg_buffer_done(&found);
}

static void series_follow_every_change(void **state)
{
    (void)state;
    static const struct tdg_stored_period week_two = {24, "1970-W02", 345600, 950400};
    int64_t ledger, theme, story;
    size_t problems = 99;
    struct tdg_archive *archive = four_articles(&ledger);
    assert_series(archive, "1970-W01 T1 2 2 0.5; 1970-W01 T2 1 1 0.25");
    assert_int_equal(number_of(archive, "SELECT articles FROM period_list"), 4);
    assert_int_equal(tdg_archive_place_as(archive, 2, 3, &theme, &story, NULL), TDG_OK);
    assert_series(archive, "1970-W01 T1 1 1 0.333; 1970-W01 T2 2 1 0.333");
    assert_int_equal(tdg_archive_keep_period(archive, &week_two, NULL), TDG_OK);
    assert_int_equal(tdg_archive_keep_period(archive, &week_two, NULL), TDG_OK);
    struct tdg_stored_article later = {.number = 1,
                                       .id = "a",
                                       .title = "a",
                                       .source = "",
                                       .url = "",
                                       .language = "",
                                       .content = "2",
                                       .body = "another text",
                                       .published = 345600,
                                       .period = 24};
    assert_int_equal(tdg_archive_put(archive, &later, ledger, NULL), TDG_OK);
    place(archive, 1, 2);
    assert_series(archive, "1970-W01 T2 2 1 0.5; 1970-W02 T2 1 1 1.0");
    later.published = TDG_NO_DATE, later.period = 0;
    assert_int_equal(tdg_archive_put(archive, &later, ledger, NULL), TDG_OK);
    place(archive, 1, 2);
    assert_series(archive, "1970-W01 T2 2 1 0.5");
    assert_int_equal(number_of(archive, "SELECT count(*) FROM period_list"), 1);
    count_rows(archive);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
    later.published = 345600;
    assert_int_equal(tdg_archive_put(archive, &later, ledger, NULL), TDG_OK);
    place(archive, 1, 2);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 1);
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
        cmocka_unit_test(the_tally_follows_every_change),
        cmocka_unit_test(a_changed_article_is_counted_once),
        cmocka_unit_test(ranges_are_found_newest_first),
        cmocka_unit_test(views_list_memberships_and_copies),
        cmocka_unit_test(series_follow_every_change),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
