// SPDX-License-Identifier: GPL-3.0-or-later
/** Time zones: the difference between a clock on the wall and UTC. */
#ifndef TDG_CALENDAR_ZONE_H
#define TDG_CALENDAR_ZONE_H

#include <stdint.h>

#include <tidings/error.h>

struct tdg_zone;

/** `name`: "UTC", a fixed difference such as "+01:00", or a name of the IANA database such as
 * "Europe/Berlin", which is read from the machine's zoneinfo folder (TZif, RFC 8536). TDG_EINVAL
 * where there is no such zone. Free with tdg_zone_free, which takes NULL. */
int tdg_zone_open(struct tdg_zone **result, const char *name, struct tdg_error *error);
void tdg_zone_free(struct tdg_zone *zone);

/** Seconds to add to UTC at that moment; `zone` NULL is UTC. */
int32_t tdg_zone_offset(const struct tdg_zone *zone, int64_t time);

/** The day on the wall clock, counted from 1970-01-01, and the second in it, 0 to 86399, where
 * `second` is not NULL. `time` may be any number. */
int64_t tdg_zone_day(const struct tdg_zone *zone, int64_t time, int32_t *second);

/** From seconds on the wall clock to UTC; the earlier of two candidates, and where the clock jumped
 * over the time, what it would have been without the jump. */
int64_t tdg_zone_to_utc(const struct tdg_zone *zone, int64_t wall);

#endif
