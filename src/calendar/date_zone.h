// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/calendar. */
#ifndef TDG_CALENDAR_DATE_ZONE_H
#define TDG_CALENDAR_DATE_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The difference from UTC that an abbreviation stands for, "est" or "aedt", at a time on the wall
 * clock. Of several meanings the one that is most common in news is taken: IST is India's. "et",
 * "ct", "mt" and "pt" follow the summer time of the United States as it is since 2007. False for
 * any other word. */
bool tdg_date_zone(const char *word, size_t length, int64_t wall, int32_t *offset);

#endif
