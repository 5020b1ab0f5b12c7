// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/zone.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "calendar/zone_file.h"
#include "calendar/zone_table.h"

enum { DAY = 86400, LONGEST_NAME = 64, LARGEST_FILE = 1 << 18 };

static const char folder[] = "/usr/share/zoneinfo/";

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* "+01:00" */
static bool fixed_offset(const char *name, int32_t *offset)
{
    if ((name[0] != '+' && name[0] != '-') || strlen(name) != 6 || name[3] != ':')
        return false;
    if (!is_digit(name[1]) || !is_digit(name[2]) || !is_digit(name[4]) || !is_digit(name[5]))
        return false;
    int hours = (name[1] - '0') * 10 + name[2] - '0';
    int minutes = (name[4] - '0') * 10 + name[5] - '0';
    if (hours > 23 || minutes > 59)
        return false;
    *offset = (name[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    return true;
}

/* A name must not lead out of the folder. */
static bool is_zone_name(const char *name)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789_+-/";
    size_t length = strlen(name);
    return length > 0 && length <= LONGEST_NAME && name[0] != '/' && name[length - 1] != '/' &&
           strspn(name, allowed) == length;
}

static int load(struct tdg_zone *zone, const char *name)
{
    char path[sizeof folder + LONGEST_NAME];
    snprintf(path, sizeof path, "%s%s", folder, name);
    FILE *file = fopen(path, "rbe");
    if (!file)
        return TDG_EINVAL;
    unsigned char *bytes = malloc(LARGEST_FILE);
    int status = bytes ? TDG_OK : TDG_ENOMEM;
    size_t length = bytes ? fread(bytes, 1, LARGEST_FILE, file) : 0;
    if (!status)
        status = tdg_zone_read(zone, bytes, length);
    free(bytes);
    fclose(file);
    return status;
}

int tdg_zone_open(struct tdg_zone **result, const char *name, struct tdg_error *error)
{
    struct tdg_zone *zone = tdg_alloc(1, sizeof *zone);
    if (!zone)
        return tdg_fail_memory(error);
    int status = TDG_OK;
    if (strcmp(name, "UTC") != 0 && !fixed_offset(name, &zone->first))
        status = is_zone_name(name) ? load(zone, name) : TDG_EINVAL;
    if (!status) {
        *result = zone;
        return TDG_OK;
    }
    tdg_zone_free(zone);
    if (status == TDG_ENOMEM)
        return tdg_fail_memory(error);
    return tdg_fail(error, TDG_EINVAL, "unknown time zone \"%.80s\"", name);
}

void tdg_zone_free(struct tdg_zone *zone)
{
    if (!zone)
        return;
    free(zone->changes);
    free(zone);
}

int32_t tdg_zone_offset(const struct tdg_zone *zone, int64_t time)
{
    if (!zone)
        return 0;
    size_t low = 0, high = zone->count; /* the number of changes at or before `time` */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (zone->changes[middle].time <= time)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? zone->changes[low - 1].offset : zone->first;
}

/* The offset is added to the second of the day, never to the time, which may be any number. */
int64_t tdg_zone_day(const struct tdg_zone *zone, int64_t time, int32_t *second)
{
    int64_t day = time / DAY;
    int32_t seconds = (int32_t)(time % DAY) + tdg_zone_offset(zone, time);
    while (seconds < 0) {
        seconds += DAY;
        day--;
    }
    while (seconds >= DAY) {
        seconds -= DAY;
        day++;
    }
    if (second)
        *second = seconds;
    return day;
}

/* The offsets in use a day before and a day after are the only candidates: clocks are not changed
 * twice within two days. */
int64_t tdg_zone_to_utc(const struct tdg_zone *zone, int64_t wall)
{
    int32_t before = tdg_zone_offset(zone, wall - DAY);
    int32_t after = tdg_zone_offset(zone, wall + DAY);
    bool before_fits = tdg_zone_offset(zone, wall - before) == before;
    bool after_fits = tdg_zone_offset(zone, wall - after) == after;
    if (after_fits && (!before_fits || after > before))
        return wall - after;
    return wall - before;
}
