// SPDX-License-Identifier: GPL-3.0-or-later
/** Where a theme is going. */
#ifndef TDG_SERIES_DIRECTION_H
#define TDG_SERIES_DIRECTION_H

#include <stdint.h>

#include "series/trends.h"

/** Slopes over whole periods, their p and q, and the direction. TDG_ENOMEM. */
int tdg_series_trend(struct tdg_trends *trends, uint32_t groups);

/** The directions once more, so that none contradicts a finding about its theme. */
void tdg_series_settle(struct tdg_trends *trends, uint32_t groups);

#endif
