// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/brief.h"

#include <math.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "unit/check.h"
#include "view/result.h"

enum { PERIODS = 3, THEMES = 4 };

static struct tdg_period_view periods[PERIODS];
static struct tdg_point_view points[THEMES][PERIODS];
static struct tdg_theme_view themes[THEMES];
static struct tdg_event_view events[3];
static struct tdg_finding_view movements[4];
static struct tdg_analysis analysis;
static struct tdg_arena arena;

/* Four themes of which the last is mixed, and the third has nothing in the last week. */
static int set_up(void **state)
{
    (void)state;
    static const size_t now[THEMES] = {5, 20, 0, 30};
    for (size_t i = 0; i < PERIODS; i++)
        periods[i] =
            (struct tdg_period_view){.id = "", .whole = true, .articles = 60, .originals = 50};
    for (size_t i = 0; i < THEMES; i++) {
        points[i][PERIODS - 1] = (struct tdg_point_view){.originals = now[i]};
        themes[i] = (struct tdg_theme_view){
            .mixed = i == 3,
            .series = points[i],
            .change = {.period = PERIODS - 1, .baseline = i == 2 ? 0 : 0.2}};
    }
    analysis = (struct tdg_analysis){.themes = themes,
                                     .theme_count = THEMES,
                                     .events = events,
                                     .latest = {.asked = "2020-W12",
                                                .period = PERIODS - 1,
                                                .last_whole = PERIODS - 1,
                                                .movements = movements}};
    analysis.trends.periods = periods;
    analysis.trends.period_count = PERIODS;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    tdg_arena_done(&arena);
    return 0;
}

static void themes_are_by_articles_and_mixed_ones_last(void **state)
{
    (void)state;
    struct tdg_brief brief;
    movements[0] = (struct tdg_finding_view){
        .theme = 1, .parent = TDG_NONE, .term = "", .before = 0.1, .after = 0.4};
    analysis.latest.movement_count = 1;
    assert_int_equal(tdg_brief_make(&brief, &analysis, NULL, 0, &arena), TDG_OK);
    assert_int_equal(brief.theme_count, 3);
    assert_ptr_equal(brief.themes[0].theme, &themes[1]);
    assert_int_equal(brief.themes[0].beyond, 1);
    assert_near(brief.themes[0].usual, 10, 1e-12);
    assert_ptr_equal(brief.themes[1].theme, &themes[0]);
    assert_int_equal(brief.themes[1].beyond, 0);
    assert_ptr_equal(brief.themes[2].theme, &themes[3]);
}

static void an_analysis_has_no_brief(void **state)
{
    (void)state;
    struct tdg_brief brief;
    analysis.latest.asked = "";
    assert_int_equal(tdg_brief_make(&brief, &analysis, NULL, 0, &arena), TDG_OK);
    assert_null(brief.period);
    assert_int_equal(brief.theme_count, 0);
}

static void what_is_less_is_quiet_and_themes_come_back(void **state)
{
    (void)state;
    struct tdg_brief brief;
    const struct tdg_finding_view all[] = {
        {.kind = TDG_FALLING, .theme = 0, .term = "", .before = 0.4, .after = 0.1},
        {.kind = TDG_RETURNING, .theme = 1, .term = "", .before = 0, .after = 0.1},
        {.kind = TDG_RETURNING, .theme = TDG_NONE, .term = "x", .before = 0, .after = 0.1},
        {.kind = TDG_GONE, .theme = TDG_NONE, .term = "y", .before = 0.1, .after = 0},
    };
    for (size_t i = 0; i < 4; i++)
        movements[i] = all[i];
    analysis.latest.movement_count = 4;
    assert_int_equal(tdg_brief_make(&brief, &analysis, NULL, 0, &arena), TDG_OK);
    assert_int_equal(brief.quiet_count, 2);
    assert_ptr_equal(brief.quiet[0], &movements[0]);
    assert_ptr_equal(brief.quiet[1], &movements[3]);
    assert_int_equal(brief.back_count, 1);
    assert_ptr_equal(brief.back[0], &movements[1]);
}

static void an_event_of_one_article_is_none_of_the_period(void **state)
{
    (void)state;
    static const uint32_t members[] = {3, 5};
    struct tdg_brief brief;
    for (size_t i = 0; i < 2; i++)
        events[i] = (struct tdg_event_view){.articles = 2, .members = members};
    const struct tdg_told_event told[] = {{&events[0], 2}, {&events[1], 1}};
    assert_int_equal(tdg_brief_make(&brief, &analysis, told, 2, &arena), TDG_OK);
    assert_int_equal(brief.event_count, 1);
    assert_ptr_equal(brief.events[0], &told[0]);
    assert_int_equal(brief.first, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(themes_are_by_articles_and_mixed_ones_last, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_analysis_has_no_brief, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_event_of_one_article_is_none_of_the_period, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_less_is_quiet_and_themes_come_back, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
