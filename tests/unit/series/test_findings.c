// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/panel.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "detect/detections.h"
#include "series/findings.h"
#include "unit/check.h"

enum { PERIODS = 10, THEMES = 3 };

/* Themes 0 and 1 are those of parent 0, theme 2 that of parent 1. */
static uint32_t parent_of[THEMES] = {0, 0, 1};
static const char *const names[] = {"Tariffs", "Steel", "Football"};
static const char *const parent_names[] = {"“trade, Brussels”", "Sports"};
static struct tdg_series_key subjects[] = {
    {TDG_SERIES_THEME, 0}, {TDG_SERIES_THEME, 1}, {TDG_SERIES_THEME, 2}, {TDG_SERIES_PARENT, 0}};
static uint32_t period[PERIODS] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

enum { PARENT = 3 }; /* the series */

static struct tdg_detection burst(size_t series, size_t begin, size_t end, double observed,
                                  double expected)
{
    return (struct tdg_detection){.series = series,
                                  .move = TDG_BURST,
                                  .begin = begin,
                                  .end = end,
                                  .before = 0.1,
                                  .after = 0.1 * observed / expected,
                                  .factor = observed / expected,
                                  .observed = observed,
                                  .expected = expected};
}

/* The findings that are told of the parent's burst and of others; to be done with. */
static struct tdg_trends tell(const struct tdg_detection *found, size_t count)
{
    struct tdg_trends trends = {.period_count = PERIODS};
    trends.periods = calloc(PERIODS, sizeof *trends.periods);
    assert_non_null(trends.periods);
    for (size_t p = 0; p < PERIODS; p++)
        trends.periods[p] = (struct tdg_period_view){.start = "2019-02-25", .end = "2019-03-03"};
    struct tdg_trend_input input = {.groups = THEMES,
                                    .parents = 2,
                                    .parent = parent_of,
                                    .names = names,
                                    .parent_names = parent_names};
    struct tdg_panel panel = {.subjects = subjects, .period = period};
    struct tdg_detection items[4];
    memcpy(items, found, count * sizeof *items);
    struct tdg_detection_list list = {.items = items, .count = count};
    struct tdg_trend_options options = tdg_trend_defaults();
    struct tdg_report_ctx ctx = {.trends = &trends,
                                 .panel = &panel,
                                 .input = &input,
                                 .options = &options,
                                 .max_terms = 1000};
    assert_int_equal(tdg_findings_view(&trends.findings, &list, &ctx), TDG_OK);
    return trends;
}

static bool tells_parent(const struct tdg_detection *found, size_t count)
{
    struct tdg_trends trends = tell(found, count);
    bool told = false;
    for (size_t i = 0; i < trends.findings.count; i++)
        told = told || trends.findings.items[i].parent != TDG_NONE;
    assert_int_equal(trends.findings.count, count - !told);
    tdg_trends_done(&trends);
    return told;
}

static void a_parent_has_its_own_name(void **state)
{
    (void)state;
    struct tdg_detection found[] = {burst(PARENT, 4, 6, 40, 10)};
    struct tdg_trends trends = tell(found, 1);
    assert_int_equal(trends.findings.count, 1);
    assert_int_equal(trends.findings.items[0].parent, 0);
    static const char begin[] = "The parent theme “trade, Brussels” quadrupled to 40.0 % of";
    assert_memory_equal(trends.findings.items[0].text, begin, sizeof begin - 1);
    tdg_trends_done(&trends);
}

static void what_one_theme_does_its_parent_does_not_repeat(void **state)
{
    (void)state;
    struct tdg_detection parent = burst(PARENT, 4, 8, 40, 10);
    struct tdg_detection theme = burst(0, 4, 7, 30, 8);
    assert_false(tells_parent((struct tdg_detection[]){parent, theme}, 2));
    assert_false(tells_parent((struct tdg_detection[]){theme, parent}, 2));
    /* Two themes move: what they have in common is worth telling. */
    assert_true(tells_parent((struct tdg_detection[]){parent, theme, burst(1, 4, 8, 9, 2)}, 3));
    /* Another time, another direction, a small part, another parent's theme. */
    assert_true(tells_parent((struct tdg_detection[]){parent, burst(0, 4, 5, 30, 8)}, 2));
    assert_true(tells_parent((struct tdg_detection[]){parent, burst(0, 8, 9, 30, 8)}, 2));
    assert_true(tells_parent((struct tdg_detection[]){parent, burst(0, 4, 8, 1, 30)}, 2));
    assert_true(tells_parent((struct tdg_detection[]){parent, burst(0, 4, 8, 13, 8)}, 2));
    assert_true(tells_parent((struct tdg_detection[]){parent, burst(2, 4, 8, 30, 8)}, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_parent_has_its_own_name),
        cmocka_unit_test(what_one_theme_does_its_parent_does_not_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
