// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/lead.h"

#include <string.h>

#include "check.h"
#include "phrasing/period.h"
#include "view/result.h"

static void days_are_as_short_as_can_be(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last, *text;
    } expected[] = {
        {"2020-03-16", "2020-03-22", "16–22 March 2020"},
        {"2020-03-30", "2020-04-05", "30 March – 5 April 2020"},
        {"2019-12-30", "2020-01-05", "30 December 2019 – 5 January 2020"},
        {"2020-02-01", "2020-02-29", "February 2020"},
        {"2020-02-01", "2020-02-28", "1–28 February 2020"},
        {"2020-03-16", "2020-03-16", "16 March 2020"},
        {"some day", "another", "some day to another"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char text[TDG_DAYS_TEXT];
        assert_string_equal(tdg_days_text(text, expected[i].first, expected[i].last),
                            expected[i].text);
    }
}

static void periods_have_a_unit(void **state)
{
    (void)state;
    struct tdg_period_view period = {.start = "2020-03-16", .end = "2020-03-16"};
    assert_string_equal(tdg_period_unit(&period), "day");
    period.end = "2020-03-22";
    assert_string_equal(tdg_period_unit(&period), "week");
    period.start = "2020-03-01";
    period.end = "2020-03-31";
    assert_string_equal(tdg_period_unit(&period), "month");
}

static void amounts_are_said_in_words(void **state)
{
    (void)state;
    static const struct {
        struct tdg_lead_facts facts;
        const char *text;
    } expected[] = {
        {{16, 8, 8, 3.2, 7, 9, "week", NULL}, "16 articles, five times the usual; 7 of 9 sources."},
        {{4, 0, 8, 0, 2, 2, "week", NULL}, "4 articles, new this week; both sources."},
        {{4, 0, 0, 0, 3, 3, "day", NULL}, "4 articles; all 3 sources."},
        {{12, 2, 8, 0.3, 1, 1, "week", NULL}, "12 articles, after 2 in the 8 weeks before."},
        {{6, 9, 2, 4.0, 1, 1, "month", NULL}, "6 articles, half as many again as usual."},
        {{4, 8, 2, 4.0, 0, 5, "week", NULL}, "4 articles, as many as usual."},
        {{1, 8, 2, 4.0, 1, 1, "week", NULL}, "1 article, fewer than usual."},
        {{1200, 8, 3, 600, 1, 1, "week", NULL}, "1,200 articles, twice the usual."},
        {{9, 0, 3, 2, 2, 4, "week", "2–8 March 2020"},
         "9 articles in 3 weeks, most in 2–8 March 2020; 2 of 4 sources."},
        {{9, 0, 1, 2, 1, 1, "week", "2–8 March 2020"}, "9 articles in one week, 2–8 March 2020."},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char text[TDG_LEAD_TEXT];
        tdg_lead_sentence(text, &expected[i].facts);
        assert_string_equal(text, expected[i].text);
    }
}

static void what_began_before_says_since_when(void **state)
{
    (void)state;
    struct tdg_lead_view item = {
        .certainty = TDG_LIKELY, .sentence = "4 articles.", .since = "2020-03-03"};
    char note[TDG_LEAD_NOTE];
    tdg_lead_note(note, &item, "2020-03-09");
    assert_string_equal(note, "4 articles. Since 3 March 2020. (likely)");
    tdg_lead_note(note, &item, "2020-03-02");
    assert_string_equal(note, "4 articles. (likely)");
    tdg_lead_note(note, &item, "");
    assert_string_equal(note, "4 articles. Since 3 March 2020. (likely)");
}

static void silent_sources_are_named(void **state)
{
    (void)state;
    struct tdg_source_view sources[] = {
        {.name = "A", .state = TDG_SOURCE_SILENT}, {.name = "B"},
        {.name = "C", .state = TDG_SOURCE_SILENT}, {.name = "D", .state = TDG_SOURCE_SILENT},
        {.name = "E", .state = TDG_SOURCE_SILENT},
    };
    struct tdg_analysis analysis = {.latest = {.sources = sources, .source_count = 2}};
    char text[TDG_SILENT_TEXT];
    tdg_silent_text(text, &analysis);
    assert_string_equal(text,
                        "Nothing came from A: what is missing may be the source, not the news.");
    analysis.latest.source_count = 3;
    tdg_silent_text(text, &analysis);
    assert_string_equal(
        text, "Nothing came from A and C: what is missing may be the sources, not the news.");
    analysis.latest.source_count = 5;
    tdg_silent_text(text, &analysis);
    assert_string_equal(text, "Nothing came from A, C, D and 1 more: what is missing may be the "
                              "sources, not the news.");
    sources[0].state = TDG_SOURCE_USUAL;
    analysis.latest.source_count = 2;
    tdg_silent_text(text, &analysis);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_as_short_as_can_be),
        cmocka_unit_test(periods_have_a_unit),
        cmocka_unit_test(amounts_are_said_in_words),
        cmocka_unit_test(what_began_before_says_since_when),
        cmocka_unit_test(silent_sources_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
