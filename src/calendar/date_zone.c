// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/date_zone.h"

#include <pthread.h>

#include <string.h>

#include "calendar/zone.h"
#include "calendar/zone_rule.h"
#include "calendar/zone_table.h"

enum { HOUR = 3600, EASTERN = -5 * HOUR };

static const struct {
    const char *name;
    int minutes;   /* east of UTC; the winter's where `american` */
    bool american; /* the clock is put forward in summer */
} zones[] = {
    {"z", 0, false},       {"ut", 0, false},      {"utc", 0, false},    {"gmt", 0, false},
    {"wet", 0, false},     {"west", 60, false},   {"bst", 60, false},   {"cet", 60, false},
    {"cest", 120, false},  {"mez", 60, false},    {"mesz", 120, false}, {"met", 60, false},
    {"mest", 120, false},  {"wat", 60, false},    {"cat", 120, false},  {"sast", 120, false},
    {"eet", 120, false},   {"eest", 180, false},  {"msk", 180, false},  {"eat", 180, false},
    {"trt", 180, false},   {"gst", 240, false},   {"pkt", 300, false},  {"ist", 330, false},
    {"npt", 345, false},   {"wib", 420, false},   {"ict", 420, false},  {"hkt", 480, false},
    {"sgt", 480, false},   {"myt", 480, false},   {"awst", 480, false}, {"pht", 480, false},
    {"jst", 540, false},   {"kst", 540, false},   {"acst", 570, false}, {"aest", 600, false},
    {"acdt", 630, false},  {"aedt", 660, false},  {"nzst", 720, false}, {"nzdt", 780, false},
    {"brt", -180, false},  {"art", -180, false},  {"adt", -180, false}, {"ast", -240, false},
    {"edt", -240, false},  {"est", -300, false},  {"cdt", -300, false}, {"cst", -360, false},
    {"mdt", -360, false},  {"mst", -420, false},  {"pdt", -420, false}, {"pst", -480, false},
    {"akdt", -480, false}, {"akst", -540, false}, {"hst", -600, false}, {"et", -300, true},
    {"ct", -360, true},    {"mt", -420, true},    {"pt", -480, true},
};

static struct tdg_zone eastern = {.first = EASTERN}; /* kept to the end of the program */
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Without memory it stays without summer time. */
static void load(void)
{
    (void)tdg_zone_extend(&eastern, "EST5EDT,M3.2.0,M11.1.0");
}

/* Clocks change at two in the morning on the wall in all zones, so the hour on the wall tells
 * whether it is summer in any of them. */
static int32_t american_summer(int64_t wall)
{
    pthread_once(&once, load);
    return (int32_t)(wall - tdg_zone_to_utc(&eastern, wall)) - EASTERN;
}

bool tdg_date_zone(const char *word, size_t length, int64_t wall, int32_t *offset)
{
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (strlen(zones[i].name) == length && memcmp(zones[i].name, word, length) == 0) {
            *offset = zones[i].minutes * 60 + (zones[i].american ? american_summer(wall) : 0);
            return true;
        }
    return false;
}
