// SPDX-License-Identifier: GPL-3.0-or-later
/** Dates: the proleptic Gregorian calendar, ISO weeks, and the spellings in which articles give
 * their time. */
#ifndef TDG_BASE_DATE_H
#define TDG_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>

#include "base/zone.h"

struct tdg_civil {
    int64_t year;
    unsigned month; /* 1 to 12 */
    unsigned day;   /* 1 to 31 */
};

struct tdg_week {
    int64_t year;  /* of the week's Thursday */
    unsigned week; /* 1 to 53 */
};

/** Days since 1970-01-01; `civil` must be a real date (Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms"). */
int64_t tdg_days_from_civil(struct tdg_civil civil);
struct tdg_civil tdg_civil_from_days(int64_t days);
bool tdg_civil_is_real(struct tdg_civil civil);
/** Monday 0 to Sunday 6. */
unsigned tdg_weekday(int64_t days);
/** The ISO 8601 week of a day. */
struct tdg_week tdg_week_of(int64_t days);

/** How ambiguous dates are read. */
struct tdg_date_rules {
    const struct tdg_zone *zone; /* of times that name none; NULL: UTC */
    bool day_first;              /* 03/04/2019 is 3 April; without it such a date is not understood
                                    unless one number is over 12 */
};

/** Understands ISO 8601 with and without time and zone, RFC 822 / 5322, "26-FEB-1987 15:01:01.79",
 * "Feb 26, 1987", "26 February 1987", "2019/02/26", "20190226", "02/26/2019" by the rules, Unix
 * seconds (10 digits) and milliseconds (13 digits); blanks around it are ignored. Years 1000 to
 * 9998. A date without a time is its first second. False, and *time as it was, for anything else.
 */
bool tdg_date_parse(const char *text, size_t length, const struct tdg_date_rules *rules,
                    int64_t *time);

#endif
