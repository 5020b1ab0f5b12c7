// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/brief.h"

#include <math.h>
#include <string.h>

#include <tidings/types.h>

#include "check.h"
#include "view/result.h"

static const struct tdg_period_view week = {.id = "2020-W12",
                                            .start = "2020-03-16",
                                            .end = "2020-03-22",
                                            .articles = 158,
                                            .originals = 150};

static void the_head_says_what_was_read(void **state)
{
    (void)state;
    const int64_t day = 86400;
    struct tdg_corpus_view corpus = {
        .articles = 2998, .first = 18262 * day, .last = 18343 * day + 5};
    char text[TDG_BRIEF_TEXT];
    assert_string_equal(
        tdg_brief_facts(text, &week, 2, &corpus),
        "158 articles of 2 sources; the archive has 2,998, of 1 January – 22 March 2020");
    assert_string_equal(tdg_brief_facts(text, &week, 1, &corpus) + 12,
                        " of 1 source; the archive has 2,998, of 1 January – 22 March 2020");
    corpus.articles = 158;
    assert_string_equal(tdg_brief_facts(text, &week, 0, &corpus), "158 articles");
}

static void what_is_usual_is_said_in_articles(void **state)
{
    (void)state;
    char text[TDG_BRIEF_TEXT];
    assert_string_equal(tdg_usual_text(text, (double)NAN), "");
    assert_string_equal(tdg_usual_text(text, 0.01), "usually none");
    assert_string_equal(tdg_usual_text(text, 0.34), "usually 0.3");
    assert_string_equal(tdg_usual_text(text, 36.6), "usually 37");
    struct tdg_finding_view movement = {.observed = 1, .expected = 12.2};
    assert_string_equal(tdg_movement_text(text, &movement), "1 article, usually 12");
    movement.observed = 0;
    assert_string_equal(tdg_movement_text(text, &movement), "no articles, usually 12");
}

static void a_movement_has_the_name_of_what_moved(void **state)
{
    (void)state;
    struct tdg_theme_view theme = {.label = "tariffs, steel", .name = "Trade disputes"};
    struct tdg_analysis analysis = {.themes = &theme, .theme_count = 1};
    struct tdg_finding_view movement = {.theme = 0, .parent = TDG_NONE, .term = ""};
    char text[TDG_BRIEF_TEXT];
    assert_string_equal(tdg_movement_name(text, &analysis, &movement),
                        "Trade disputes: tariffs, steel");
    movement = (struct tdg_finding_view){.theme = TDG_NONE, .parent = TDG_NONE, .term = "Brexit"};
    assert_string_equal(tdg_movement_name(text, &analysis, &movement), "“Brexit”");
}

static void what_is_unseen_is_told_of_small_and_large_themes(void **state)
{
    (void)state;
    static const double baselines[] = {0.5, 0.004, 0.1, 0.02};
    static const size_t least[] = {110, 8, 30, 0};
    struct tdg_theme_view themes[4];
    struct tdg_period_view periods[] = {week};
    for (size_t i = 0; i < 4; i++)
        themes[i] = (struct tdg_theme_view){
            .change = {.period = 0, .baseline = baselines[i], .least = least[i]}};
    struct tdg_analysis analysis = {
        .themes = themes, .theme_count = 4, .trends = {.periods = periods, .period_count = 1}};
    const struct tdg_period_view *period = tdg_analysis_period(&analysis, 0);
    char text[TDG_BRIEF_TEXT];
    assert_string_equal(tdg_unseen_text(text, &analysis, period),
                        "A theme that usually has 0.6 articles needs 8 before a rise can be told "
                        "from chance; one with 15 needs 30; one with 75 needs 110.");
    assert_string_equal(tdg_unseen_text(text, &analysis, &week), "");
}

static void the_first_source_is_told_with_how_often(void **state)
{
    (void)state;
    char text[TDG_BRIEF_TEXT];
    assert_string_equal(tdg_first_text(text, "Alpha", 4, 6),
                        "Alpha, with 4 of the 6 that several sources tell");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_says_what_was_read),
        cmocka_unit_test(what_is_usual_is_said_in_articles),
        cmocka_unit_test(a_movement_has_the_name_of_what_moved),
        cmocka_unit_test(what_is_unseen_is_told_of_small_and_large_themes),
        cmocka_unit_test(the_first_source_is_told_with_how_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
