// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/trends.h"

#include <gsl/gsl_randist.h>

#include <tidings/error.h>

#include "base/random.h"
#include "calendar/zone.h"
#include "calendar/zone_table.h"
#include "series/build.h"
#include "unit/check.h"

enum { MOST = 20000 };

static const int64_t HOUR = 3600, DAY = 86400, WEEK = 604800;

static const int64_t monday = 1551657600; /* 2019-03-04T00:00:00Z */

static int64_t published[MOST];
static uint32_t group[MOST], copy_of[MOST];
static size_t articles;

static void add(int64_t time, uint32_t theme)
{
    assert_true(articles < MOST);
    published[articles] = time;
    copy_of[articles] = TDG_NONE;
    group[articles++] = theme;
}

static struct tdg_trends build_with(uint32_t groups, const struct tdg_trend_options *options)
{
    struct tdg_trend_input input = {.articles = articles,
                                    .published = published,
                                    .group = group,
                                    .copy_of = copy_of,
                                    .groups = groups};
    struct tdg_trends trends = {0};
    assert_int_equal(tdg_trends_build(&trends, &input, options, NULL), TDG_OK);
    articles = 0;
    return trends;
}

static struct tdg_trends build(uint32_t groups, const char *period)
{
    struct tdg_trend_options options = tdg_trend_defaults();
    options.periods.period = period;
    return build_with(groups, &options);
}

static void empty_periods_are_there(void **state)
{
    (void)state;
    add(monday + 3 * WEEK + 6 * DAY, 0);
    add(monday, 1);
    add(monday + HOUR, TDG_NONE);
    add(monday + 2 * HOUR, 1);
    copy_of[articles - 1] = 1;
    add(TDG_NO_DATE, 0);
    struct tdg_trends trends = build(2, "week");
    assert_int_equal(trends.period_count, 4);
    static const char *const ids[] = {"2019-W10", "2019-W11", "2019-W12", "2019-W13"};
    static const size_t expected[] = {3, 0, 0, 1};
    for (size_t p = 0; p < 4; p++) {
        assert_string_equal(trends.periods[p].id, ids[p]);
        assert_int_equal(trends.periods[p].articles, expected[p]);
    }
    assert_string_equal(trends.periods[3].start, "2019-03-25");
    assert_string_equal(trends.periods[3].end, "2019-03-31");
    assert_int_equal(trends.periods[0].originals, 2);
    const struct tdg_point_view *points = trends.points + 4; /* of theme 1 */
    assert_int_equal(points[0].articles, 2);
    assert_int_equal(points[0].originals, 1);
    assert_near(points[0].share, 0.5, 0);
    assert_near(points[1].share, 0, 0);
    assert_near(points[1].low, 0, 0);
    assert_near(points[1].high, 1, 0);
    assert_near(points[3].share, 0, 0);
    assert_true(points[3].high > 0.5 && points[3].high < 1);
    tdg_trends_done(&trends);
}

static void undated_articles_make_no_period(void **state)
{
    (void)state;
    add(TDG_NO_DATE, 0);
    add(TDG_NO_DATE, 1);
    struct tdg_trends trends = build(2, "week");
    assert_int_equal(trends.period_count, 0);
    for (size_t g = 0; g < 2; g++) {
        assert_int_equal(trends.trends[g].direction, TDG_DIRECTION_STEADY);
        assert_near(trends.trends[g].q, 1, 0);
        assert_int_equal(trends.changes[g].period, TDG_NONE);
    }
    tdg_trends_done(&trends);
    trends = build(0, "day");
    assert_int_equal(trends.period_count, 0);
    tdg_trends_done(&trends);
}

static void too_many_periods_are_refused(void **state)
{
    (void)state;
    struct tdg_trend_options options = {.periods = {.period = "day", .max_periods = 365}};
    int64_t times[] = {monday, monday + 364 * DAY};
    uint32_t groups[] = {0, 0};
    struct tdg_trend_input input = {
        .articles = 2, .published = times, .group = groups, .groups = 1};
    struct tdg_trends trends = {0};
    assert_int_equal(tdg_trends_build(&trends, &input, &options, NULL), TDG_OK);
    assert_int_equal(trends.period_count, 365);
    tdg_trends_done(&trends);
    times[1] += DAY;
    struct tdg_error error;
    assert_int_equal(tdg_trends_build(&trends, &input, &options, &error), TDG_ELIMIT);
    assert_non_null(strstr(error.message, "2019-03-04"));
    assert_non_null(strstr(error.message, "2020-03-03"));
    assert_null(trends.periods);
    options.periods.period = "fortnight";
    assert_int_equal(tdg_trends_build(&trends, &input, &options, &error), TDG_EINVAL);
    /* Times beyond all calendars overflow nothing. */
    times[0] = INT64_MIN + 1;
    times[1] = INT64_MAX;
    options.periods.period = "week";
    options.periods.week_start = "monday";
    assert_int_equal(tdg_trends_build(&trends, &input, &options, NULL), TDG_ELIMIT);
    options.periods.week_start = "sunday";
    assert_int_equal(tdg_trends_build(&trends, &input, &options, NULL), TDG_ELIMIT);
}

/* 2019-03-31 and 2019-10-27: the clocks of Berlin are changed. */
static void a_day_is_the_local_one(void **state)
{
    (void)state;
    static const struct {
        int64_t time;
        const char *day;
    } cases[] = {
        {1553986799, "2019-03-30"}, /* 23:59:59 +01:00 */
        {1553986800, "2019-03-31"}, /* 00:00:00 +01:00 */
        {1554069599, "2019-03-31"}, /* 23:59:59 +02:00, after a day of 23 hours */
        {1554069600, "2019-04-01"}, {1572127199, "2019-10-26"}, {1572127200, "2019-10-27"},
        {1572217199, "2019-10-27"}, /* 23:59:59 +01:00, after a day of 25 hours */
        {1572217200, "2019-10-28"},
    };
    struct tdg_zone *zone = NULL;
    if (tdg_zone_open(&zone, "Europe/Berlin", NULL) != TDG_OK)
        skip();
    struct tdg_trend_options options = {
        .periods = {.period = "day", .zone = zone, .max_periods = 10}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        add(cases[i].time, 0);
        struct tdg_trends trends = build_with(1, &options);
        assert_string_equal(trends.periods[0].id, cases[i].day);
        tdg_trends_done(&trends);
    }
    tdg_zone_free(zone);
}

/* Weeks of `daily` articles a day; the chance of theme 0 goes from `first` to `last`, the others
 * share the rest. The last week stops on Wednesday. */
static void simulate(gsl_rng *random, int weeks, double first, double last, uint32_t others)
{
    for (int day = 0; day < weeks * 7 - 4; day++)
        for (int i = 0; i < 10; i++) {
            double chance = first + (last - first) * day / (weeks * 7 - 1);
            uint32_t theme = 1 + (uint32_t)gsl_rng_uniform_int(random, others);
            add(monday + day * DAY + i * HOUR, gsl_rng_uniform(random) < chance ? 0 : theme);
        }
}

static void planted_movements_are_found(void **state)
{
    (void)state;
    static const struct {
        double first, last;
        enum tdg_direction direction;
    } cases[] = {{0.08, 0.25, TDG_DIRECTION_RISING},
                 {0.25, 0.08, TDG_DIRECTION_FALLING},
                 {0.15, 0.15, TDG_DIRECTION_STEADY}};
    gsl_rng *random = tdg_random_new(2385, 11);
    assert_non_null(random);
    for (size_t i = 0; i < 3; i++) {
        simulate(random, 26, cases[i].first, cases[i].last, 6);
        struct tdg_trends trends = build(7, "week");
        assert_true(trends.periods[25].partial);
        assert_false(trends.periods[0].partial || trends.periods[24].partial);
        assert_int_equal(trends.trends[0].direction, cases[i].direction);
        assert_near(trends.trends[0].per_period, (cases[i].last - cases[i].first) / 26, 0.002);
        assert_int_equal(trends.changes[0].period, 24);
        double mean = 0;
        for (size_t p = 16; p < 24; p++)
            mean += trends.points[p].share / 8;
        assert_near(trends.changes[0].share, trends.points[24].share, 0);
        assert_near(trends.changes[0].baseline, mean, 1e-12);
        tdg_trends_done(&trends);
    }
    gsl_rng_free(random);
}

static void where_nothing_moves_little_is_claimed(void **state)
{
    (void)state;
    gsl_rng *random = tdg_random_new(2385, 12);
    assert_non_null(random);
    int runs_with_claims = 0;
    for (int run = 0; run < 60; run++) {
        simulate(random, 16, 0.1, 0.1, 19);
        struct tdg_trends trends = build(20, "week");
        int claims = 0;
        for (size_t g = 0; g < 20; g++)
            claims += trends.trends[g].q <= 0.05;
        runs_with_claims += claims > 0;
        tdg_trends_done(&trends);
    }
    gsl_rng_free(random);
    assert_true(runs_with_claims <= 6); /* 3 expected */
}

static void a_running_week_is_no_collapse(void **state)
{
    (void)state;
    for (int day = 0; day < 8 * 7 + 2; day++)
        for (int i = 0; i < 10; i++)
            add(monday + day * DAY, i < (day < 56 ? 5 : 1) ? 0 : 1);
    struct tdg_trends trends = build(2, "week");
    assert_int_equal(trends.period_count, 9);
    assert_true(trends.periods[8].partial);
    assert_int_equal(trends.trends[0].direction, TDG_DIRECTION_STEADY);
    assert_int_equal(trends.changes[0].period, 7);
    assert_near(trends.changes[0].share, 0.5, 0);
    tdg_trends_done(&trends);
}

static void few_periods_prove_nothing(void **state)
{
    (void)state;
    for (int week = 0; week < 3; week++)
        for (int day = 0; day < 7; day++)
            for (int i = 0; i < 10; i++)
                add(monday + week * WEEK + day * DAY, i < 1 + 4 * week ? 0 : 1);
    struct tdg_trends trends = build(2, "week");
    assert_near(trends.trends[0].p, 1, 0);
    assert_near(trends.trends[0].q, 1, 0);
    assert_int_equal(trends.trends[0].direction, TDG_DIRECTION_STEADY);
    assert_int_equal(trends.changes[0].period, 2);
    assert_near(trends.changes[0].baseline, 0.3, 1e-12);
    tdg_trends_done(&trends);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_periods_are_there),
        cmocka_unit_test(undated_articles_make_no_period),
        cmocka_unit_test(too_many_periods_are_refused),
        cmocka_unit_test(a_day_is_the_local_one),
        cmocka_unit_test(planted_movements_are_found),
        cmocka_unit_test(where_nothing_moves_little_is_claimed),
        cmocka_unit_test(a_running_week_is_no_collapse),
        cmocka_unit_test(few_periods_prove_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
