// SPDX-License-Identifier: GPL-3.0-or-later
/* Did the collection begin or end inside a period?
 *
 * A running week that is compared with whole ones looks like a collapse, and nothing in a pile of
 * articles says when the collecting stopped. So:
 *
 * 1. The first (last) period is partial where a day before the first (after the last) article's
 *    day, still inside the period, is a day of the week on which this collection usually has
 *    articles. A day of the week is quiet where its articles per day are below a quarter of the
 *    mean over the seven: a paper without a Sunday issue, a weekly newsletter. A day of the week
 *    that the collection never lived through counts as a usual one.
 * 2. A period of one day cannot be judged by its days. There the clock speaks: the last day is
 *    partial where its last article comes earlier in the day than on nine of ten other days, and
 *    the first day where its first one comes later; with fewer than ten other days, than on all.
 *    Dates without a time are all midnight and thus never partial.
 *
 * In doubt a period is called partial, which costs one point; the other error raises alarms. */
#include "calendar/edges.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/date.h"

static const double quiet_share = 0.25;

enum { WEEK = 7, TENTHS = 10 };

/* quiet[d]: Monday 0 to Sunday 6. */
static void find_quiet_days(bool quiet[WEEK], const struct tdg_timeline *timeline, size_t articles)
{
    double seen_on[WEEK] = {0}, rate[WEEK] = {0}, mean = 0;
    for (size_t i = 0; i < articles; i++)
        if (timeline->period[i] != TDG_NONE)
            seen_on[tdg_weekday(timeline->day[i])]++;
    int64_t span = timeline->last - timeline->first + 1;
    unsigned seen = 0;
    for (unsigned d = 0; d < WEEK; d++) {
        int64_t until = ((int64_t)d - tdg_weekday(timeline->first) + WEEK) % WEEK;
        int64_t days = span > until ? (span - until - 1) / WEEK + 1 : 0;
        quiet[d] = days > 0;
        if (days == 0)
            continue;
        rate[d] = seen_on[d] / (double)days;
        mean += rate[d];
        seen++;
    }
    for (unsigned d = 0; d < WEEK; d++)
        quiet[d] = quiet[d] && rate[d] < quiet_share * mean / seen;
}

/* True where one of the days begin <= day < end is not quiet. */
static bool has_usual_day(const bool quiet[WEEK], int64_t begin, int64_t end)
{
    for (int64_t day = begin; day < end && day < begin + WEEK; day++)
        if (!quiet[tdg_weekday(day)])
            return true;
    return false;
}

/* The seconds of the first and of the last article of every day, -1 where it has none: [periods].
 */
static void find_hours(int32_t *first, int32_t *last, const struct tdg_timeline *timeline,
                       size_t articles)
{
    for (size_t p = 0; p < timeline->periods; p++)
        first[p] = last[p] = -1;
    for (size_t i = 0; i < articles; i++) {
        uint32_t p = timeline->period[i];
        if (p == TDG_NONE)
            continue;
        int32_t second = timeline->second[i];
        if (first[p] < 0 || second < first[p])
            first[p] = second;
        if (second > last[p])
            last[p] = second;
    }
}

/* True where second[at] lies beyond nine of ten of the others: sign 1 above, -1 below. Days
 * without articles (-1) do not count. */
static bool is_extreme(const int32_t *second, size_t count, size_t at, int sign)
{
    size_t others = 0, inside = 0;
    for (size_t p = 0; p < count; p++) {
        if (p == at || second[p] < 0)
            continue;
        others++;
        inside += sign * (second[at] - second[p]) > 0;
    }
    return others > 0 && others - inside <= others / TENTHS;
}

static int judge_days(struct tdg_edges *edges, const struct tdg_timeline *timeline, size_t articles)
{
    size_t count = timeline->periods;
    int status = TDG_ENOMEM;
    int32_t *first = tdg_alloc(count, sizeof *first);
    int32_t *last = tdg_alloc(count, sizeof *last);
    if (!first || !last)
        goto out;
    find_hours(first, last, timeline, articles);
    edges->first_partial = is_extreme(first, count, 0, 1);
    edges->last_partial = is_extreme(last, count, count - 1, -1);
    status = TDG_OK;
out:
    free(first);
    free(last);
    return status;
}

int tdg_edges_find(struct tdg_edges *edges, const struct tdg_timeline *timeline, size_t articles)
{
    *edges = (struct tdg_edges){false, false};
    if (timeline->periods == 0)
        return TDG_OK;
    const int64_t *start = timeline->start;
    if (start[1] == start[0] + 1)
        return judge_days(edges, timeline, articles);
    bool quiet[WEEK];
    find_quiet_days(quiet, timeline, articles);
    edges->first_partial = has_usual_day(quiet, start[0], timeline->first);
    edges->last_partial = has_usual_day(quiet, timeline->last + 1, start[timeline->periods]);
    return TDG_OK;
}
