// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to base/zone*.c: a zone as a list of changes. */
#ifndef TDG_BASE_ZONE_FILE_H
#define TDG_BASE_ZONE_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

/* From `time` on, `offset` seconds are added to UTC. */
struct tdg_change {
    int64_t time;
    int32_t offset;
};

struct tdg_zone {
    int32_t first; /* before all changes */
    struct tdg_change *changes;
    size_t count;
    size_t capacity;
};

/* Reads a TZif file of `length` bytes into an empty zone. TDG_EFORMAT, TDG_ENOMEM. */
int tdg_zone_read(struct tdg_zone *zone, const unsigned char *bytes, size_t length);
/* Adds a change after all others. TDG_ENOMEM. */
int tdg_zone_change(struct tdg_zone *zone, int64_t time, int32_t offset);
/* Adds the changes that a POSIX rule such as "CET-1CEST,M3.5.0,M10.5.0/3" tells, from the last
 * change of the zone to the year 2099. A rule without summer time adds nothing. TDG_EFORMAT for a
 * rule that is not understood (a day of the year instead of a weekday, say), TDG_ENOMEM. */
int tdg_zone_extend(struct tdg_zone *zone, const char *rule);

#endif
