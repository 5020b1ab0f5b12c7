// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/zone_table.h"

#include <tidings/error.h>

#include "base/memory.h"

int tdg_zone_change(struct tdg_zone *zone, int64_t time, int32_t offset)
{
    struct tdg_change *grown =
        tdg_grow(zone->changes, &zone->capacity, zone->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    zone->changes = grown;
    zone->changes[zone->count++] = (struct tdg_change){time, offset};
    return TDG_OK;
}
