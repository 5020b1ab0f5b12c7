// SPDX-License-Identifier: GPL-3.0-or-later
/** The finder from inside: see trend/findings.h. */
#ifndef TDG_TREND_FINDER_H
#define TDG_TREND_FINDER_H

#include "trend/findings.h"
#include "trend/reference.h"
#include "trend/typical.h"

struct tdg_finder {
    struct tdg_family family;
    struct tdg_finding_options options;
    struct tdg_scan scan;
    struct tdg_spreads spreads; /* of the family as it is now */
    struct tdg_spreads known;   /* of the family as it was given: the reference's */
    struct tdg_reference reference;
    double *exposure;       /* [periods] whole / mean whole */
    double *count;          /* [series][periods] effective: divided by 1 - share */
    double *offset;         /* [series][periods] exposure times what was found so far */
    double *rest;           /* [series] 1 - share */
    double *course;         /* [periods] of the typical series */
    double *scratch;        /* [2 * series] */
    struct tdg_spread *own; /* [series] */
};

/** Effective counts, offsets and spreads from counts [series][periods]. */
void tdg_finder_load(struct tdg_finder *finder, const double *count);

/** From now on a series is expected to move like that: multiplies its offset. */
void tdg_finder_expect(struct tdg_finder *finder, const struct tdg_shape *shape, size_t series);

/** Weekday factors into the offsets, see trend/weekday.c. */
void tdg_weekdays_expect(struct tdg_finder *finder, size_t series);

#endif
