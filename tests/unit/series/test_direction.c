// SPDX-License-Identifier: GPL-3.0-or-later
/* What a table says of a theme, beside what its findings say. */
#include "series/series.h"

#include <math.h>
#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "series/direction.h"
#include "unit/check.h"

enum { LAST = 9 };

static struct tdg_finding_view finding(uint32_t theme, uint32_t first, uint32_t last, double factor)
{
    return (struct tdg_finding_view){
        .theme = theme, .first = first, .last = last, .factor = factor, .q = 0.01};
}

static void check(const struct tdg_trend_view *trend, enum tdg_direction direction, uint32_t since,
                  double q)
{
    assert_int_equal(trend->direction, direction);
    assert_int_equal(trend->since, since);
    assert_near(trend->direction_q, q, 1e-12);
}

static void no_direction_contradicts_a_finding(void **state)
{
    (void)state;
    struct tdg_trend_view trend[6];
    for (size_t g = 0; g < 6; g++)
        trend[g] = (struct tdg_trend_view){
            .direction = TDG_DIRECTION_STEADY, .q = 0.9, .direction_q = 0.9, .since = TDG_NONE};
    trend[5].direction = TDG_DIRECTION_FALLING;
    struct tdg_finding_view whole[] = {
        finding(0, 4, LAST, 2),   /* a step that lasts */
        finding(1, 2, 3, 3),      /* a burst that is over */
        finding(2, 2, LAST, 2),   /* up, and then down again */
        finding(2, 6, LAST, 0.5), /* */
        finding(5, 2, 3, 3),      /* a burst, in a long fall */
    };
    struct tdg_finding_view recent[] = {
        finding(0, LAST, LAST, 0.25),
        finding(3, LAST, LAST, (double)INFINITY),
    };
    struct tdg_trends trends = {.trends = trend,
                                .last_whole = LAST,
                                .findings = {.items = whole, .count = 5},
                                .latest = {.items = recent, .count = 2}};
    tdg_series_settle(&trends, 6);
    check(&trend[0], TDG_DIRECTION_FALLING, LAST, 0.01);
    check(&trend[1], TDG_DIRECTION_STEADY, 4, 0.9);
    check(&trend[2], TDG_DIRECTION_FALLING, 6, 0.01);
    check(&trend[3], TDG_DIRECTION_RISING, LAST, 0.01);
    check(&trend[4], TDG_DIRECTION_STEADY, TDG_NONE, 0.9);
    check(&trend[5], TDG_DIRECTION_FALLING, TDG_NONE, 0.9);
}

static void the_last_whole_period_is_no_gap(void **state)
{
    (void)state;
    struct tdg_period_view periods[] = {
        {.whole = true}, {.whole = true}, {.gap = true}, {.partial = true}};
    struct tdg_trends trends = {.periods = periods, .period_count = 4};
    tdg_series_last(&trends);
    assert_int_equal(trends.last_whole, 1);
    periods[0].whole = periods[1].whole = false;
    tdg_series_last(&trends);
    assert_int_equal(trends.last_whole, TDG_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_direction_contradicts_a_finding),
        cmocka_unit_test(the_last_whole_period_is_no_gap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
