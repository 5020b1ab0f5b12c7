// SPDX-License-Identifier: GPL-3.0-or-later
/** Whether a theme is new, continuing, returning or gone. */
#ifndef TDG_SERIES_STATUS_H
#define TDG_SERIES_STATUS_H

#include <stdint.h>

#include "series/trends.h"

/** The status of each group. */
void tdg_series_status(struct tdg_trends *trends, uint32_t groups);

#endif
