// SPDX-License-Identifier: GPL-3.0-or-later
/** The spellings of dates. */
#ifndef TDG_CALENDAR_DATE_PARSE_H
#define TDG_CALENDAR_DATE_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calendar/zone_table.h"

/** How dates are read that leave a choice. */
struct tdg_date_rules {
    const struct tdg_zone *zone; /* of times that name none; NULL: UTC */
    bool day_first;              /* 03/04/2019 is 3 April, */
    bool month_first;            /* or 4 March; with neither it is not understood */
    bool whole_months;           /* "Feb 2019" is the first of February */
};

/** What a date says about the order of day and month in it. */
enum tdg_date_order {
    TDG_DATE_UNKNOWN,     /* it is no date */
    TDG_DATE_CLEAR,       /* nothing: it can be read in one way only, whatever others say */
    TDG_DATE_DAY_FIRST,   /* 26/02/2019 */
    TDG_DATE_MONTH_FIRST, /* 02/26/2019 */
    TDG_DATE_EITHER,      /* 03/04/2019: two times */
    TDG_DATE_SERIAL       /* 43873: a number that is the day of a spreadsheet, or no date at all */
};

struct tdg_date_times {
    int64_t time;        /* UTC, seconds since 1970; of TDG_DATE_EITHER as day first */
    int64_t month_first; /* of TDG_DATE_EITHER only */
};

/** Reads one date of at most 100 characters: ISO 8601 with calendar dates, weeks and days of the
 * year, with and without time and zone; RFC 822 / 5322; digits without separators; numbers in
 * either order; months in the words and abbreviations of 20 languages (Unicode CLDR), days, years
 * and times around them in any order, with weekdays, "at", "12th", "p.m.", "10h15", "Published:";
 * 2019年2月26日; the usual abbreviations of zones; Unix time from seconds to nanoseconds. Digits,
 * dashes and blanks may be any of Unicode's. Years 1000 to 9998. A date without a time is its
 * first second. *times is set unless TDG_DATE_UNKNOWN is returned. Thread-safe. */
enum tdg_date_order tdg_date_read(const char *text, size_t length,
                                  const struct tdg_date_rules *rules, struct tdg_date_times *times);

/** The time of a date that the rules leave no choice about. False, and *time as it was, for
 * anything else, numbers of a spreadsheet among them. */
bool tdg_date_parse(const char *text, size_t length, const struct tdg_date_rules *rules,
                    int64_t *time);

#endif
