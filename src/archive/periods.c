// SPDX-License-Identifier: GPL-3.0-or-later
/* The periods of articles, by the calendar and the time zone that the archive was begun with. */
#include "archive/periods.h"

#include <tidings/error.h>
#include <tidings/types.h>

#include "calendar/named_period.h"
#include "calendar/period.h"
#include "store/periods.h"
#include "store/store.h"

/* A day is at most a period: numbers of days tell periods apart. 0 is none, so they are counted
 * from the first day that a date can have. */
enum { DAYS_BEFORE_1970 = 12000 * 366 };

/* Articles come by the thousand and in order: most are in the period of the one before. */
int tdg_update_period(int64_t *number, struct tdg_update *update, int64_t time)
{
    struct tdg_named_period *period = &update->period;
    *number = 0;
    if (time == TDG_NO_DATE)
        return TDG_OK;
    int status = TDG_OK;
    if (!*period->id || time < period->from || time >= period->to) {
        status = tdg_period_at(period, time, &update->settings.trend.periods, update->error);
        struct tdg_stored_period stored = {period->first_day + DAYS_BEFORE_1970, period->id,
                                           period->from, period->to};
        if (!status)
            status = tdg_archive_keep_period(update->archive, &stored, update->error);
    }
    *number = period->first_day + DAYS_BEFORE_1970;
    return status;
}
