// SPDX-License-Identifier: GPL-3.0-or-later
/* The calendar. The spellings of dates are in date_parse.c. */
#include "calendar/date.h"

/* Years are counted from March, so that the leap day is the last day of a year, and in eras of 400
 * years, which all have 146,097 days; day 0 of era 0 is 0000-03-01. */
enum { DAYS_OF_ERA = 146097, DAYS_TO_1970 = 719468 };

int64_t tdg_days_from_civil(struct tdg_civil civil)
{
    int64_t year = civil.month <= 2 ? civil.year - 1 : civil.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t month = (civil.month + 9) % 12;
    int64_t day_of_year = (153 * month + 2) / 5 + civil.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_ERA + day_of_era - DAYS_TO_1970;
}

struct tdg_civil tdg_civil_from_days(int64_t days)
{
    days += DAYS_TO_1970;
    int64_t era = (days >= 0 ? days : days - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
    int64_t day_of_era = days - era * DAYS_OF_ERA;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    struct tdg_civil civil = {
        .year = year_of_era + era * 400 + (month >= 10),
        .month = (unsigned)(month < 10 ? month + 3 : month - 9),
        .day = (unsigned)(day_of_year - (153 * month + 2) / 5 + 1),
    };
    return civil;
}

bool tdg_civil_is_real(struct tdg_civil civil)
{
    static const unsigned days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (civil.month < 1 || civil.month > 12 || civil.day < 1)
        return false;
    bool leap = civil.year % 4 == 0 && (civil.year % 100 != 0 || civil.year % 400 == 0);
    return civil.day <= days[civil.month - 1] + (leap && civil.month == 2);
}

unsigned tdg_weekday(int64_t days)
{
    int64_t weekday = (days + 3) % 7; /* 1970-01-01 was a Thursday */
    return (unsigned)(weekday < 0 ? weekday + 7 : weekday);
}

struct tdg_week tdg_week_of(int64_t days)
{
    int64_t thursday = days - tdg_weekday(days) + 3;
    int64_t year = tdg_civil_from_days(thursday).year;
    int64_t first = tdg_days_from_civil((struct tdg_civil){year, 1, 1});
    return (struct tdg_week){year, (unsigned)((thursday - first) / 7) + 1};
}
