// SPDX-License-Identifier: GPL-3.0-or-later
/** What the typical theme did while one moved. */
#ifndef TDG_TREND_TYPICAL_H
#define TDG_TREND_TYPICAL_H

#include "trend/shape.h"

/** The shares of a period add up to one: where a large theme doubles, all others fall without a
 * change of their own. So the factor of the typical theme is taken between the periods of a shape
 * and those it is compared with: the median over themes of their factors (as Anders and Huber 2010
 * scale samples whose counts share a total). In the few periods of a burst that is a matter of luck,
 * too: there, its standard error is taken off.
 * count: [series][periods]; exposure: [periods]; scratch: [2 * series]. 1 for fewer than four. */
double tdg_typical_factor(const struct tdg_shape *shape, const double *count, size_t series,
                          size_t periods, const double *exposure, double *scratch);

/** The typical theme's rate in period t if its factor took the course of the shape. */
double tdg_typical_rate(const struct tdg_shape *shape, double factor, size_t periods, size_t t);

#endif
