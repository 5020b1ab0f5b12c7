// SPDX-License-Identifier: GPL-3.0-or-later
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "calendar/date.h"

enum { DAY = 86400 };

const char *tdg_time_text(int64_t time, char text[TDG_TIME_SIZE])
{
    text[0] = '\0';
    if (time == TDG_NO_DATE)
        return text;
    int64_t days = time / DAY - (time % DAY < 0);
    unsigned seconds = (unsigned)(time - days * DAY);
    struct tdg_civil civil = tdg_civil_from_days(days);
    snprintf(text, TDG_TIME_SIZE, "%04" PRId64 "-%02u-%02uT%02u:%02u:%02uZ", civil.year,
             civil.month, civil.day, seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text;
}
