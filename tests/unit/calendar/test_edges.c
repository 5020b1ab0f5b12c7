// SPDX-License-Identifier: GPL-3.0-or-later
/* Which first and last periods are partial. */
#include "calendar/period.h"

#include <tidings/error.h>

#include "calendar/date.h"
#include "calendar/edges.h"
#include "calendar/timeline.h"
#include "unit/check.h"

enum { MOST = 4000 };

static const int64_t DAY = 86400, NOON = 43200;

/* Articles at `clock` seconds on every day from `first` to `last` (2019-03-04, a Monday, is 0)
 * whose letter in `week` (Monday first) is a digit, as many as it says. */
struct collection {
    const char *period;
    const char *week;
    int first, last;
    bool first_partial, last_partial;
};

static const struct collection collections[] = {
    {"week", "1111111", 0, 27, false, false},
    {"week", "1111111", 1, 27, true, false},
    {"week", "1111111", 0, 26, false, true},
    {"week", "1111111", 3, 23, true, true},
    {"week", "1111111", 0, 6, false, false},
    {"week", "1111111", 2, 4, true, true},
    /* No issue at week-ends: a Friday ends the week, a Thursday does not. */
    {"week", "555550-", 0, 25, false, false},
    {"week", "5555500", 0, 24, false, true},
    {"week", "5555500", 0, 27, false, false},
    /* Thin week-ends count as quiet, lively ones do not. */
    {"week", "9999911", 0, 25, false, false},
    {"week", "9999933", 0, 25, false, true},
    /* A letter every Tuesday. */
    {"week", "0100000", 1, 22, false, false},
    /* Collected from Thursday to Tuesday only: nothing is known about Wednesday. */
    {"week", "1111111", 3, 8, true, true},
    /* 2019-03-04 is not the first of March; day 57 is 2019-04-30, day 56 the 29th. */
    {"month", "1111111", 0, 57, true, false},
    {"month", "1111111", 0, 56, true, true},
    {"month", "5555500", -3, 25, false, false}, /* Friday 1 to Friday 29 March */
    /* Always at the same time of the day: no day is shorter than the others. */
    {"day", "1111111", 0, 20, false, false},
    {"day", "1111111", 0, 0, false, false},
};

static size_t publish(int64_t *published, const struct collection *collection)
{
    size_t count = 0;
    int64_t monday = tdg_days_from_civil((struct tdg_civil){2019, 3, 4});
    for (int day = collection->first; day <= collection->last; day++) {
        char digit = collection->week[(day + 70) % 7];
        for (int i = 0; i < digit - '0'; i++)
            published[count++] = (monday + day) * DAY + NOON;
    }
    return count;
}

static void find(struct tdg_edges *edges, const char *period, const int64_t *published,
                 size_t count)
{
    struct tdg_period_options options = tdg_period_defaults();
    options.period = period;
    struct tdg_timeline timeline = {0};
    assert_int_equal(tdg_timeline_build(&timeline, published, count, &options, NULL), TDG_OK);
    assert_int_equal(tdg_edges_find(edges, &timeline, count), TDG_OK);
    tdg_timeline_done(&timeline);
}

static void the_days_of_the_week_decide(void **state)
{
    (void)state;
    int64_t published[MOST];
    for (size_t i = 0; i < sizeof collections / sizeof *collections; i++) {
        struct tdg_edges edges;
        find(&edges, collections[i].period, published, publish(published, &collections[i]));
        if (edges.first_partial != collections[i].first_partial ||
            edges.last_partial != collections[i].last_partial)
            fail_msg("case %zu: partial %d %d", i, edges.first_partial, edges.last_partial);
    }
}

/* Twenty days with articles at 08:00 to 20:00; the last day stops at `hour`. */
static bool last_day_is_partial(int hour)
{
    int64_t published[20 * 3];
    size_t count = 0;
    for (int64_t day = 0; day < 20; day++)
        for (int64_t h = 8; h <= 20; h += 6)
            if (day < 19 || h <= hour)
                published[count++] = day * DAY + h * 3600;
    struct tdg_edges edges;
    find(&edges, "day", published, count);
    assert_false(edges.first_partial);
    return edges.last_partial;
}

static void the_clock_decides_about_days(void **state)
{
    (void)state;
    assert_true(last_day_is_partial(8));
    assert_true(last_day_is_partial(14));
    assert_false(last_day_is_partial(20));
}

static void nothing_is_partial_without_dates(void **state)
{
    (void)state;
    const int64_t published[] = {TDG_NO_DATE, TDG_NO_DATE};
    struct tdg_edges edges = {true, true};
    find(&edges, "week", published, 2);
    assert_false(edges.first_partial || edges.last_partial);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_days_of_the_week_decide),
        cmocka_unit_test(the_clock_decides_about_days),
        cmocka_unit_test(nothing_is_partial_without_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
