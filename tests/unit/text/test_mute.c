// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "text/mute.h"
#include "text/muting.h"
#include "text/text.h"
#include "text/wording.h"
#include "unit/check.h"
#include "unit/text/bad_lines.h"

static void lists_are_read(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF# a comment\r\n\n"
                               "  Reuters \n"
                               "Term: trade war\n"
                               "column:\tThe week in\n"
                               "source: https://news.example/a: b\n"
                               "term: reuters\n";
    struct tdg_mutes mutes = {0};
    assert_int_equal(tdg_mutes_read(&mutes, text, "mine.txt", NULL), TDG_OK);
    assert_int_equal(mutes.count, 4); /* the last one is the first again */
    assert_string_equal(mutes.items[0].text, "Reuters");
    assert_int_equal(mutes.items[0].kind, TDG_MUTE_TERM);
    assert_int_equal(mutes.items[0].line, 3);
    assert_int_equal(mutes.items[1].kind, TDG_MUTE_TERM);
    assert_string_equal(mutes.items[1].text, "trade war");
    assert_int_equal(mutes.items[2].kind, TDG_MUTE_COLUMN);
    assert_string_equal(mutes.items[2].text, "The week in");
    assert_int_equal(mutes.items[3].kind, TDG_MUTE_SOURCE);
    assert_string_equal(mutes.items[3].text, "https://news.example/a: b");
    struct tdg_buffer written = {0};
    struct tdg_mutes again = {0};
    tdg_mutes_write(&written, &mutes);
    assert_int_equal(tdg_mutes_read(&again, written.text, "again", NULL), TDG_OK);
    assert_int_equal(again.count, mutes.count);
    for (size_t i = 0; i < mutes.count; i++)
        assert_int_equal(tdg_mutes_find(&again, mutes.items[i].kind, mutes.items[i].text), i);
    tdg_mutes_remove(&again, 1);
    assert_int_equal(again.count, 3);
    assert_int_equal(tdg_mutes_find(&again, TDG_MUTE_TERM, "trade war"), 3);
    tdg_buffer_done(&written);
    tdg_mutes_done(&again);
    tdg_mutes_done(&mutes);
}

static int read_bad(const char *text, const char *file, struct tdg_error *error)
{
    struct tdg_mutes mutes = {0};
    int status = tdg_mutes_read(&mutes, text, file, error);
    assert_null(mutes.items);
    return status;
}

static void bad_lines_are_refused(void **state)
{
    (void)state;
    static const struct bad_line cases[] = {
        {"a\nsourc: b\n", 2, "expected \"term\", \"column\" or \"source\" before the colon"},
        {": b\n", 1, "expected \"term\", \"column\" or \"source\" before the colon"},
        {"term:\n", 1, "cannot mute this: it is blank"},
        {"source: \xC2\xA0\n", 1, "cannot mute this: it is blank"},
        {"column: ...\n", 1, "cannot mute this: it contains no words"},
        {"a\x1b[31mb\n", 1, "cannot mute this: it contains a control character"},
        {"a\nb\xff\n", 2, "the line is not UTF-8"},
    };
    assert_refused(cases, sizeof cases / sizeof *cases, read_bad);
}

static struct tdg_muting *open_muting(struct tdg_mutes *mutes, const char *text)
{
    static const char *const languages[] = {"de", "en"};
    struct tdg_muting *muting = NULL;
    assert_int_equal(tdg_mutes_read(mutes, text, "mine.txt", NULL), TDG_OK);
    assert_int_equal(tdg_muting_new(&muting, mutes, languages, 2, true), TDG_OK);
    return muting;
}

static void terms_are_hidden_by_their_stems(void **state)
{
    (void)state;
    struct tdg_mutes mutes = {0};
    struct tdg_muting *muting =
        open_muting(&mutes, "Strike\ntrade wars\ncyber security\nÄrzte\nzeppelin\n");
    static const char *const hidden[] = {"strike",         "STRIKES",       "dock strikes",
                                         "Trade War",      "trade wars",    "global trade war",
                                         "cyber security", "cybersecurity", "Ärzten"};
    static const char *const shown[] = {"trade", "war", "war trade", "lucky", "security", ""};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        assert_true(tdg_muting_hides(muting, hidden[i]));
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        assert_false(tdg_muting_hides(muting, shown[i]));
    assert_true(tdg_muting_hides_stem(muting, "dock strike"));
    assert_true(tdg_muting_hides_stem(muting, "trade war"));
    assert_false(tdg_muting_hides_stem(muting, "trade"));
    assert_false(tdg_muting_hides_stem(muting, "war trade"));
    for (size_t i = 0; i < mutes.count; i++)
        assert_int_equal(tdg_muting_met(muting, i), i + 1 < mutes.count);
    assert_false(tdg_muting_has_articles(muting));
    tdg_muting_free(muting);
    tdg_mutes_done(&mutes);
}

static void articles_are_met_by_title_and_source(void **state)
{
    (void)state;
    struct tdg_mutes mutes = {0};
    struct tdg_muting *muting = open_muting(
        &mutes, "column: The week in\ncolumn: – live updates\nsource: Élan Daily\nsource: x\n");
    static const struct {
        const char *source, *title;
        unsigned marks;
    } cases[] = {
        {"", "The Week in pictures", TDG_MUTED_COLUMN},
        {"", "THE WEEK IN", TDG_MUTED_COLUMN},
        {"", "“The week in” sport", TDG_MUTED_COLUMN},
        {"", "In the week in May", 0},
        {"", "The week inside", 0},
        {"", "Week in pictures", 0},
        {"", "Storm hits the coast: live updates", TDG_MUTED_COLUMN},
        {"", "Olive updates", 0},
        {"", "Live updates are over", TDG_MUTED_COLUMN},
        {"", "", 0},
        {" éLAN daily ", "Storm", TDG_MUTED_SOURCE},
        {"Élan Daily News", "Storm", 0},
        {"X", "The week in film: live updates", TDG_MUTED_COLUMN | TDG_MUTED_SOURCE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(tdg_muting_article(muting, cases[i].source, cases[i].title),
                         cases[i].marks);
    assert_true(tdg_muting_is_column_word(muting, "The week in pictures", "week"));
    assert_true(tdg_muting_is_column_word(muting, "The week in pictures", "week review"));
    assert_false(tdg_muting_is_column_word(muting, "The week in pictures", "updat"));
    assert_false(tdg_muting_is_column_word(muting, "A week in May", "week"));
    assert_true(tdg_muting_in_a_column(muting, "updates"));
    assert_false(tdg_muting_in_a_column(muting, "pictures"));
    tdg_muting_free(muting);
    tdg_mutes_done(&mutes);
}

static void wordings_say_something(void **state)
{
    (void)state;
    static const char *const good[] = {"a", " Łódź ", "日本", "نص", "👍🏽", "a\u200Db", "…"};
    static const struct {
        const char *text, *wrong;
    } bad[] = {
        {"", "it is blank"},
        {" \xC2\xA0\xE3\x80\x80", "it is blank"},
        {"\xE2\x80\x8B\xEF\xBB\xBF", "it is blank"}, /* of no width */
        {"a\tb", "it contains a control character"},
        {"a\nb", "it contains a control character"},
        {"a\xE2\x80\xA8"
         "b",
         "it contains a control character"}, /* a separator of lines */
        {"a\xC2\x85"
         "b",
         "it contains a control character"},
        {"a\x7f", "it contains a control character"},
        {"a\xff", "it is not UTF-8"},
        {"\xED\xA0\x80", "it is not UTF-8"},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_null(tdg_wording_wrong(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_string_equal(tdg_wording_wrong(bad[i].text), bad[i].wrong);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_read),
        cmocka_unit_test(bad_lines_are_refused),
        cmocka_unit_test(terms_are_hidden_by_their_stems),
        cmocka_unit_test(articles_are_met_by_title_and_source),
        cmocka_unit_test(wordings_say_something),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
