// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/calendar: the files of the zoneinfo folder. */
#ifndef TDG_CALENDAR_ZONE_FILE_H
#define TDG_CALENDAR_ZONE_FILE_H

#include <stddef.h>

#include "calendar/zone_table.h"

/* Reads a TZif file of `length` bytes into an empty zone. TDG_EFORMAT, TDG_ENOMEM. */
int tdg_zone_read(struct tdg_zone *zone, const unsigned char *bytes, size_t length);

#endif
