// SPDX-License-Identifier: GPL-3.0-or-later
/** False discovery control. */
#ifndef TDG_DETECT_DISCOVERY_H
#define TDG_DETECT_DISCOVERY_H

#include <stddef.h>

/** q[i]: the smallest false discovery rate at which p[i] is among the discoveries (Benjamini and
 * Hochberg 1995, as adjusted p-values). TDG_ENOMEM. */
int tdg_discoveries(double *q, const double *p, size_t count);

/** The same in two stages, for a level that is known: the tests that the first stage, at level /
 * (1 + level), leaves are an estimate of how many had nothing to find, and only these make false
 * discoveries (Benjamini, Krieger and Yekutieli, "Adaptive linear step-up procedures that control
 * the false discovery rate", 2006, definition 6). Where all is chance it is a shade stricter. */
int tdg_discoveries_adaptive(double *q, const double *p, size_t count, double level);

#endif
