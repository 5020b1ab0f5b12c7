// SPDX-License-Identifier: GPL-3.0-or-later
/** What the typical theme does while others move. */
#ifndef TDG_DETECT_COMMON_FACTOR_H
#define TDG_DETECT_COMMON_FACTOR_H

#include <stddef.h>

/** Of fewer series the median is a matter of luck. */
enum { TDG_MIN_TYPICAL = 8 };

/** The shares of a period add up to one: where a large theme doubles, all others fall without a
 * change of their own. So a theme is held against the typical one: common_factor[t] is the median
 * over themes of their share around t against their share of all periods (as Anders and Huber 2010
 * scale samples whose counts share a total).
 * count: [series][periods]; mix: the same, or NULL (series/mix.h); exposure, common_factor:
 * [periods]; scratch: [2 * series]. All 1 for fewer than TDG_MIN_TYPICAL series. */
void tdg_common_factor(double *common_factor, const double *count, size_t series, size_t periods,
                       const double *exposure, const double *mix, double *scratch);

/** Of factors with weights; sorts both. count >= 1. */
double tdg_weighted_median(double *factors, double *weights, size_t count);

#endif
