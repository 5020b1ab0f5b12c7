// SPDX-License-Identifier: GPL-3.0-or-later
/* A period by its name. */
#include "calendar/named_period.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "calendar/timeline.h"
#include "calendar/zone.h"
#include "calendar/zone_table.h"

enum { DAY = 24 * 60 * 60 };

static void fill_in(struct tdg_named_period *period, const struct tdg_calendar *calendar,
                    const struct tdg_zone *zone, int64_t start)
{
    char id[TDG_PERIOD_TEXT];
    calendar->id(start, id);
    snprintf(period->id, sizeof period->id, "%s", id);
    period->from = tdg_zone_to_utc(zone, start * DAY);
    period->to = tdg_zone_to_utc(zone, calendar->next(start) * DAY);
    period->first_day = start;
}

int tdg_period_at(struct tdg_named_period *period, int64_t time,
                  const struct tdg_period_options *options, struct tdg_error *error)
{
    const struct tdg_calendar *calendar = tdg_calendar_find(options->period, options->week_start);
    if (!calendar)
        return tdg_fail(error, TDG_EINVAL, "unknown period length '%s'", options->period);
    fill_in(period, calendar, options->zone,
            calendar->start(tdg_zone_day(options->zone, time, NULL)));
    return TDG_OK;
}

int tdg_period_count_check(int64_t first, int64_t last, const struct tdg_period_options *options,
                           struct tdg_error *error)
{
    const struct tdg_calendar *calendar = tdg_calendar_find(options->period, options->week_start);
    int64_t day = tdg_zone_day(options->zone, first, NULL);
    int64_t end = tdg_zone_day(options->zone, last, NULL), start = calendar->start(day);
    for (size_t count = 0; start <= end; start = calendar->next(start))
        if (count++ >= options->max_periods)
            return tdg_too_many_periods(day, end, options, error);
    return TDG_OK;
}

int tdg_period_named(struct tdg_named_period *period, const char *id, int64_t first, int64_t last,
                     const struct tdg_period_options *options, struct tdg_error *error)
{
    const struct tdg_calendar *calendar = tdg_calendar_find(options->period, options->week_start);
    struct tdg_named_period begin = {0}, now = {0}, found = {0};
    if (!calendar)
        return tdg_fail(error, TDG_EINVAL, "unknown period length '%s'", options->period);
    int64_t start = calendar->start(tdg_zone_day(options->zone, first, NULL));
    int64_t end = tdg_zone_day(options->zone, last, NULL);
    for (size_t count = 0; start <= end; start = calendar->next(start)) {
        if (count++ >= options->max_periods)
            return tdg_too_many_periods(tdg_zone_day(options->zone, first, NULL), end, options,
                                        error);
        fill_in(&now, calendar, options->zone, start);
        begin = *begin.id ? begin : now;
        bool reached = end + 1 >= calendar->next(start);
        if (id ? strcmp(id, now.id) == 0 : reached || !*found.id)
            found = now;
    }
    if (!*found.id)
        return tdg_fail(error, TDG_EINVAL,
                        "no period '%s' in the archive; its periods are %s to %s", id ? id : "",
                        begin.id, now.id);
    *period = found;
    return TDG_OK;
}
