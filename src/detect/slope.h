// SPDX-License-Identifier: GPL-3.0-or-later
/** The slope of a share in time. */
#ifndef TDG_DETECT_SLOPE_H
#define TDG_DETECT_SLOPE_H

#include <stddef.h>

#include "detect/statistics.h"

/** Quasi-binomial regression of the share on time. Fewer than four shares, or a theme that is
 * nowhere or everywhere: no slope, p is 1. TDG_ENOMEM. */
int tdg_slope_fit(struct tdg_slope *slope, const struct tdg_share *shares, size_t count);

#endif
