// SPDX-License-Identifier: GPL-3.0-or-later
/** The level of a series in one period against that in others. */
#ifndef TDG_DETECT_LEVEL_H
#define TDG_DETECT_LEVEL_H

/** Two-sided p-value of `count` articles in one period and `before` in others, when a `share` of
 * all of them (0 < share < 1) is expected in the one and articles come in bunches: so many as
 * `bunches` (> 0, may be infinite) gamma variables make, in all of these periods together. */
double tdg_level_p(double count, double before, double share, double bunches);

#endif
