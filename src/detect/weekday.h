// SPDX-License-Identifier: GPL-3.0-or-later
/** What is usual on each day of the week. */
#ifndef TDG_DETECT_WEEKDAY_H
#define TDG_DETECT_WEEKDAY_H

#include <stddef.h>

#include "detect/family.h"

/** Multiplies the offsets of a series by factors of the days of the week, where the periods of the
 * family are days: see detect/weekday.c. offset, count: [periods]. */
void tdg_weekdays_expect(double *offset, const double *count, const struct tdg_family *family);

#endif
