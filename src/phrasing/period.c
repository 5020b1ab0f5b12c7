// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/period.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>

#include "base/plural.h"
#include "calendar/date.h"
#include "calendar/date_parse.h"

enum { DAY = 86400 };

const char *tdg_month_name(unsigned month)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    return months[(month + 11) % 12];
}

static bool read_day(struct tdg_civil *civil, const char *day)
{
    int64_t time;
    if (!tdg_date_parse(day, strlen(day), &(struct tdg_date_rules){0}, &time))
        return false;
    *civil = tdg_civil_from_days(time / DAY - (time % DAY < 0));
    return true;
}

static bool is_month(struct tdg_civil from, struct tdg_civil to)
{
    int64_t next = tdg_days_from_civil(to) + 1;
    return from.day == 1 && from.month == to.month && from.year == to.year &&
           tdg_civil_from_days(next).day == 1;
}

const char *tdg_days_text(char text[TDG_DAYS_TEXT], const char *first, const char *last)
{
    struct tdg_civil from, to;
    if (!read_day(&from, first) || !read_day(&to, last)) {
        snprintf(text, TDG_DAYS_TEXT, "%.30s to %.30s", first, last);
        return text;
    }
    const char *month = tdg_month_name(from.month), *end = tdg_month_name(to.month);
    long long year = (long long)from.year, end_year = (long long)to.year;
    if (is_month(from, to))
        snprintf(text, TDG_DAYS_TEXT, "%s %lld", month, year);
    else if (year != end_year)
        snprintf(text, TDG_DAYS_TEXT, "%u %s %lld – %u %s %lld", from.day, month, year, to.day, end,
                 end_year);
    else if (from.month != to.month)
        snprintf(text, TDG_DAYS_TEXT, "%u %s – %u %s %lld", from.day, month, to.day, end, year);
    else if (from.day != to.day)
        snprintf(text, TDG_DAYS_TEXT, "%u–%u %s %lld", from.day, to.day, month, year);
    else
        snprintf(text, TDG_DAYS_TEXT, "%u %s %lld", from.day, month, year);
    return text;
}

/* A week that begins on Sunday has the id of its first day. */
const char *tdg_period_unit(const struct tdg_period_view *period)
{
    struct tdg_civil from, to;
    if (strcmp(period->start, period->end) == 0)
        return "day";
    return read_day(&from, period->start) && read_day(&to, period->end) && is_month(from, to)
               ? "month"
               : "week";
}

static const char *state_of(const struct tdg_period_view *period)
{
    if (period && period->partial && period->articles)
        return "is only partly covered by the collection";
    return period && period->articles ? "is a gap in the collection" : "has no articles";
}

const char *tdg_period_note(const struct tdg_period_view *period)
{
    return period->gap ? " (gap)" : period->partial ? " (not whole)" : "";
}

void tdg_not_compared_text(char *sentence, size_t size, const char *asked,
                           const struct tdg_period_view *period)
{
    char articles[TDG_NUMBER_TEXT], count[TDG_NUMBER_TEXT + 16] = "";
    if (period && period->articles)
        snprintf(count, sizeof count, " (%s %s)", tdg_count_text(period->articles, articles),
                 tdg_plural(period->articles, "article", "articles"));
    snprintf(sentence, size, "%s%s %s and is not compared.", asked, count, state_of(period));
}
