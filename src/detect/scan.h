// SPDX-License-Identifier: GPL-3.0-or-later
/** Does a series of counts move at all? Every way in which it could is tried, and the best one is
 * held against what chance gives.
 *
 * A series is a theme's articles in the periods that can be compared: `count` [periods], with
 * `exposure` [periods] what is expected of a theme that does not move, up to a factor. Counts have
 * the variance mean + spread mean^2 (Williams 1982, model III, for shares; the negative binomial
 * for counts): news comes in bunches. */
#ifndef TDG_DETECT_SCAN_H
#define TDG_DETECT_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Fewer periods that can be compared say nothing. */
enum { TDG_MIN_PERIODS = 8, TDG_HINGES = 4 };

/** The periods begin <= t < end against all others. */
struct tdg_period_span {
    uint32_t begin;
    uint32_t end;
    bool burst; /* a level for a while, upwards only; else from `begin` to the end of the series */
};

/** What is tried on each series of so many periods, and scratch memory for it. {0} is empty. */
struct tdg_scan {
    size_t periods;
    struct tdg_period_span *spans;
    size_t span_count;
    double penalty;           /* of each span */
    size_t hinge[TDG_HINGES]; /* a slope may begin at these periods */
    double *room;             /* [4 * (periods + 1)] */
};

/** TDG_ENOMEM. At least TDG_MIN_PERIODS. */
int tdg_scan_new(struct tdg_scan *scan, size_t periods);
void tdg_scan_done(struct tdg_scan *scan);

/** Loads a series; the functions below speak of the one that was loaded last. */
void tdg_scan_load(struct tdg_scan *scan, const double *count, const double *exposure,
                   double spread);

/** Twice the log likelihood ratio, less the penalty: of one span, of a slope from hinge h on (with
 * the sign of the slope), and the most of all. */
double tdg_scan_span(const struct tdg_scan *scan, const struct tdg_period_span *span);
double tdg_scan_slope(const struct tdg_scan *scan, size_t h);
double tdg_scan_most(const struct tdg_scan *scan);

/** The best span of its kind. */
const struct tdg_period_span *tdg_scan_best(const struct tdg_scan *scan, bool burst);

#endif
