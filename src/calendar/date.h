// SPDX-License-Identifier: GPL-3.0-or-later
/** Dates: the proleptic Gregorian calendar, ISO weeks, and the spellings in which articles give
 * their time. */
#ifndef TDG_CALENDAR_DATE_H
#define TDG_CALENDAR_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

#endif
