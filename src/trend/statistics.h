// SPDX-License-Identifier: GPL-3.0-or-later
/** The statistics of shares in time. They fail for want of memory only, and none enters GSL's error
 * handler, whose default ends the process. */
#ifndef TDG_TREND_STATISTICS_H
#define TDG_TREND_STATISTICS_H

#include <stddef.h>

#include <tidings/error.h>

struct tdg_interval {
    double low;
    double high;
};

/** 95 % Jeffreys interval of a share of `part` of `whole` (0 <= part <= whole): Brown, Cai and
 * DasGupta, "Interval Estimation for a Binomial Proportion", 2001, section 4.1.2. The ends are 0
 * and 1 where nothing is known (whole 0). Always contains part / whole. */
struct tdg_interval tdg_share_interval(size_t part, size_t whole);

/** The same for numbers that need not be whole, such as articles / overdispersion. A part beyond
 * the whole counts as the whole. */
struct tdg_interval tdg_share_interval_of(double part, double whole);

/** Two-sided p-value of `count` articles in one period and `before` in others, when a `share` of
 * all of them (0 < share < 1) is expected in the one and articles come in bunches: so many as
 * `bunches` (> 0, may be infinite) gamma variables make, in all of these periods together. */
double tdg_level_p(double count, double before, double share, double bunches);

/** A line through shares on the logit scale. */
struct tdg_slope {
    double first; /* modelled share in the first and in the last period given */
    double last;
    double p; /* of no slope, two-sided */
};

/** One period: `part` of `whole`, at the time `at`. */
struct tdg_share {
    double at;
    double part;
    double whole;  /* not 0 */
    double offset; /* of the logit, known beforehand; 0 for none */
};

/** Quasi-binomial regression of the share on time. Fewer than four shares, or a theme that is
 * nowhere or everywhere: no slope, p is 1. TDG_ENOMEM. */
int tdg_slope_fit(struct tdg_slope *slope, const struct tdg_share *shares, size_t count);

/** q[i]: the smallest false discovery rate at which p[i] is among the discoveries (Benjamini and
 * Hochberg 1995, as adjusted p-values). TDG_ENOMEM. */
int tdg_discoveries(double *q, const double *p, size_t count);

/** The same in two stages, for a level that is known: the tests that the first stage, at level /
 * (1 + level), leaves are an estimate of how many had nothing to find, and only these make false
 * discoveries (Benjamini, Krieger and Yekutieli, "Adaptive linear step-up procedures that control
 * the false discovery rate", 2006, definition 6). Where all is chance it is a shade stricter. */
int tdg_discoveries_adaptive(double *q, const double *p, size_t count, double level);

#endif
