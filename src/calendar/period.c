// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/period.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/defaults.h"
#include "calendar/date.h"

static int64_t day_start(int64_t day)
{
    return day;
}

static int64_t day_next(int64_t start)
{
    return start + 1;
}

static int64_t week_start(int64_t day)
{
    return day - (int64_t)tdg_weekday(day);
}

static int64_t sunday_week_start(int64_t day)
{
    return week_start(day + 1) - 1;
}

static int64_t week_next(int64_t start)
{
    return start + 7;
}

static void week_id(int64_t start, char text[TDG_PERIOD_TEXT])
{
    struct tdg_week week = tdg_week_of(start);
    snprintf(text, TDG_PERIOD_TEXT, "%04" PRId64 "-W%02u", week.year, week.week);
}

static int64_t month_start(int64_t day)
{
    return day - (int64_t)(tdg_civil_from_days(day).day - 1);
}

static int64_t month_next(int64_t start)
{
    /* No month has more than 31 days or fewer than 28. */
    return month_start(start + 31);
}

static void month_id(int64_t start, char text[TDG_PERIOD_TEXT])
{
    struct tdg_civil civil = tdg_civil_from_days(start);
    snprintf(text, TDG_PERIOD_TEXT, "%04" PRId64 "-%02u", civil.year, civil.month);
}

void tdg_day_text(int64_t day, char text[TDG_PERIOD_TEXT])
{
    struct tdg_civil civil = tdg_civil_from_days(day);
    snprintf(text, TDG_PERIOD_TEXT, "%04" PRId64 "-%02u-%02u", civil.year, civil.month, civil.day);
}

/* Weeks from Sunday on have no ISO number; the date of their first day names them. */
static const struct tdg_calendar calendars[] = {
    {"day", NULL, day_start, day_next, tdg_day_text},
    {"week", "monday", week_start, week_next, week_id},
    {"week", "sunday", sunday_week_start, week_next, tdg_day_text},
    {"month", NULL, month_start, month_next, month_id},
};

struct tdg_period_options tdg_period_defaults(void)
{
    return (struct tdg_period_options){.period = TDG_DEFAULT_PERIOD,
                                       .week_start = TDG_DEFAULT_WEEK_START,
                                       .max_periods = TDG_DEFAULT_MAX_PERIODS};
}

const struct tdg_calendar *tdg_calendar_find(const char *name, const char *first_day)
{
    for (size_t i = 0; i < sizeof calendars / sizeof *calendars; i++)
        if (strcmp(calendars[i].name, name) == 0 &&
            (!calendars[i].first_day || strcmp(calendars[i].first_day, first_day) == 0))
            return &calendars[i];
    return NULL;
}
