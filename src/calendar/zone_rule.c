// SPDX-License-Identifier: GPL-3.0-or-later
/* The rule at the end of a TZif file, as POSIX has it for TZ: "CET-1CEST,M3.5.0,M10.5.0/3". Of the
 * three ways to name a day only the one with M is in use. */
#include "calendar/zone_rule.h"

#include <stdbool.h>
#include <stdint.h>

#include <tidings/error.h>

#include "calendar/date.h"

enum { LAST_YEAR = 2099, DAY = 86400 };

/* "M3.5.0/2": month, week (5: the last one), weekday (Sunday 0), second of the day on the clock
 * that is in use before the change. */
struct turn {
    unsigned month, week, weekday;
    int32_t second;
};

static bool take_number(const char **at, unsigned most, unsigned *value)
{
    if (**at < '0' || **at > '9')
        return false;
    for (*value = 0; **at >= '0' && **at <= '9' && *value <= most; ++*at)
        *value = *value * 10 + (unsigned)(**at - '0');
    return *value <= most;
}

static bool take_name(const char **at)
{
    const char *start = *at;
    if (**at == '<') {
        while (**at && **at != '>')
            ++*at;
        if (**at == '>')
            ++*at;
        return (*at)[-1] == '>';
    }
    while ((**at >= 'A' && **at <= 'Z') || (**at >= 'a' && **at <= 'z'))
        ++*at;
    return *at - start >= 3;
}

/* [+-]h[h[h]][:mm[:ss]] */
static bool take_clock(const char **at, int32_t *seconds)
{
    unsigned hours, minutes = 0, rest = 0;
    bool negative = **at == '-';
    if (**at == '-' || **at == '+')
        ++*at;
    if (!take_number(at, 167, &hours))
        return false;
    if (**at == ':' && (++*at, !take_number(at, 59, &minutes)))
        return false;
    if (**at == ':' && (++*at, !take_number(at, 59, &rest)))
        return false;
    *seconds = (int32_t)(hours * 3600 + minutes * 60 + rest) * (negative ? -1 : 1);
    return true;
}

static bool take_turn(const char **at, struct turn *turn)
{
    turn->second = 2 * 3600;
    if (*(*at)++ != ',')
        return false;
    if (*(*at)++ != 'M' || !take_number(at, 12, &turn->month) || turn->month < 1)
        return false;
    if (*(*at)++ != '.' || !take_number(at, 5, &turn->week) || turn->week < 1)
        return false;
    if (*(*at)++ != '.' || !take_number(at, 6, &turn->weekday))
        return false;
    return **at != '/' || (++*at, take_clock(at, &turn->second));
}

static int64_t turn_time(const struct turn *turn, int64_t year, int32_t offset)
{
    struct tdg_civil civil = {year, turn->month, 1};
    int64_t first = tdg_days_from_civil(civil);
    int64_t day =
        first + (turn->weekday + 6 + 7 - tdg_weekday(first)) % 7 + 7 * ((int64_t)turn->week - 1);
    while (tdg_civil_from_days(day).month != turn->month)
        day -= 7;
    return day * DAY + turn->second - offset;
}

static int add_changes(struct tdg_zone *zone, const struct turn turn[2], const int32_t offset[2])
{
    int64_t last = zone->count ? zone->changes[zone->count - 1].time : INT64_MIN;
    int64_t year = 1970;
    if (zone->count)
        year = tdg_civil_from_days(last / DAY).year;
    int status = TDG_OK;
    for (; year <= LAST_YEAR && !status; year++) {
        int64_t time[2] = {turn_time(&turn[0], year, offset[1]),
                           turn_time(&turn[1], year, offset[0])};
        for (int i = 0, side = time[0] > time[1]; i < 2 && !status; i++, side = !side)
            if (time[side] > last)
                status = tdg_zone_change(zone, time[side], offset[side]);
    }
    return status;
}

int tdg_zone_extend(struct tdg_zone *zone, const char *rule)
{
    struct turn turn[2]; /* to summer time and back */
    int32_t standard, summer;
    if (!take_name(&rule) || !take_clock(&rule, &standard))
        return TDG_EFORMAT;
    if (!*rule)
        return TDG_OK;
    summer = standard - 3600; /* POSIX counts westwards */
    if (!take_name(&rule) || (*rule != ',' && !take_clock(&rule, &summer)))
        return TDG_EFORMAT;
    if (!take_turn(&rule, &turn[0]) || !take_turn(&rule, &turn[1]) || *rule)
        return TDG_EFORMAT;
    return add_changes(zone, turn, (const int32_t[2]){-summer, -standard});
}
