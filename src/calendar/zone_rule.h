// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/calendar: summer time by a rule. */
#ifndef TDG_CALENDAR_ZONE_RULE_H
#define TDG_CALENDAR_ZONE_RULE_H

#include "calendar/zone_table.h"

/* Adds the changes that a POSIX rule such as "CET-1CEST,M3.5.0,M10.5.0/3" tells, from the last
 * change of the zone to the year 2099. A rule without summer time adds nothing. TDG_EFORMAT for a
 * rule that is not understood (a day of the year instead of a weekday, say), TDG_ENOMEM. */
int tdg_zone_extend(struct tdg_zone *zone, const char *rule);

#endif
