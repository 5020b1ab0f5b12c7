// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/timeline.h"

#include <stdlib.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "calendar/zone.h"
#include "calendar/zone_table.h"

/* Number of dated articles; fills in everything of an article but its period. */
static size_t find_days(struct tdg_timeline *timeline, const int64_t *published, size_t articles,
                        const struct tdg_zone *zone)
{
    size_t dated = 0;
    for (size_t i = 0; i < articles; i++) {
        timeline->period[i] = TDG_NONE;
        if (published[i] == TDG_NO_DATE)
            continue;
        int64_t day = timeline->day[i] = tdg_zone_day(zone, published[i], &timeline->second[i]);
        if (dated == 0 || day < timeline->first)
            timeline->first = day;
        if (dated == 0 || day > timeline->last)
            timeline->last = day;
        dated++;
    }
    return dated;
}

int tdg_too_many_periods(int64_t first_day, int64_t last_day,
                         const struct tdg_period_options *options, struct tdg_error *error)
{
    char first[TDG_PERIOD_TEXT], last[TDG_PERIOD_TEXT];
    tdg_day_text(first_day, first);
    tdg_day_text(last_day, last);
    return tdg_fail(error, TDG_ELIMIT,
                    "the articles' dates range from %s to %s, more than %zu periods (%s); is one "
                    "of them wrong?",
                    first, last, options->max_periods, options->period);
}

static int find_starts(struct tdg_timeline *timeline, const struct tdg_calendar *calendar,
                       const struct tdg_period_options *options, struct tdg_error *error)
{
    int64_t start = calendar->start(timeline->first);
    size_t count = 0;
    for (;; count++) {
        int64_t *grown = tdg_grow(timeline->start, &timeline->capacity, count + 1, sizeof *grown);
        if (!grown)
            return tdg_fail_memory(error);
        timeline->start = grown;
        grown[count] = start;
        if (start > timeline->last)
            break;
        if (count >= options->max_periods || count >= TDG_NONE - 1)
            return tdg_too_many_periods(timeline->first, timeline->last, options, error);
        start = calendar->next(start);
    }
    timeline->periods = count;
    return TDG_OK;
}

/* The period that has the day: start[period] <= day < start[period + 1]. */
static uint32_t period_of(const struct tdg_timeline *timeline, int64_t day)
{
    size_t low = 0, high = timeline->periods;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (timeline->start[middle] <= day)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

int tdg_timeline_build(struct tdg_timeline *timeline, const int64_t *published, size_t articles,
                       const struct tdg_period_options *options, struct tdg_error *error)
{
    const struct tdg_calendar *calendar = tdg_calendar_find(options->period, options->week_start);
    if (!calendar)
        return tdg_fail(error, TDG_EINVAL, "unknown period length \"%s\"", options->period);
    int status = TDG_OK;
    struct tdg_timeline built = {
        .day = tdg_alloc(articles, sizeof *built.day),
        .second = tdg_alloc(articles, sizeof *built.second),
        .period = tdg_alloc(articles, sizeof *built.period),
    };
    if (!built.day || !built.second || !built.period) {
        status = tdg_fail_memory(error);
        goto out;
    }
    if (find_days(&built, published, articles, options->zone) > 0)
        status = find_starts(&built, calendar, options, error);
    if (status)
        goto out;
    for (size_t i = 0; i < articles; i++)
        if (published[i] != TDG_NO_DATE)
            built.period[i] = period_of(&built, built.day[i]);
    *timeline = built;
    built = (struct tdg_timeline){0};
out:
    tdg_timeline_done(&built);
    return status;
}

void tdg_timeline_done(struct tdg_timeline *timeline)
{
    free(timeline->start);
    free(timeline->day);
    free(timeline->second);
    free(timeline->period);
    *timeline = (struct tdg_timeline){0};
}
