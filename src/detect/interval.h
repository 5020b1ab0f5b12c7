// SPDX-License-Identifier: GPL-3.0-or-later
/** The interval of a share. */
#ifndef TDG_DETECT_INTERVAL_H
#define TDG_DETECT_INTERVAL_H

#include <stddef.h>

#include "detect/statistics.h"

/** 95 % Jeffreys interval of a share of `part` of `whole` (0 <= part <= whole): Brown, Cai and
 * DasGupta, "Interval Estimation for a Binomial Proportion", 2001, section 4.1.2. The ends are 0
 * and 1 where nothing is known (whole 0). Always contains part / whole. */
struct tdg_interval tdg_share_interval(size_t part, size_t whole);

/** The same for numbers that need not be whole, such as articles / overdispersion. A part beyond
 * the whole counts as the whole. */
struct tdg_interval tdg_share_interval_of(double part, double whole);

#endif
