// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/calendar: a zone as a list of changes. */
#ifndef TDG_CALENDAR_ZONE_TABLE_H
#define TDG_CALENDAR_ZONE_TABLE_H

#include <stddef.h>
#include <stdint.h>

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

/* Adds a change after all others. TDG_ENOMEM. */
int tdg_zone_change(struct tdg_zone *zone, int64_t time, int32_t offset);

#endif
