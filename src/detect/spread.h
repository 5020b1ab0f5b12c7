// SPDX-License-Identifier: GPL-3.0-or-later
/** How much more than chance the counts of a series scatter from period to period: `spread` in
 * variance = mean + spread mean^2. */
#ifndef TDG_DETECT_SPREAD_H
#define TDG_DETECT_SPREAD_H

#include <stddef.h>

/** One series' own estimate. */
struct tdg_spread {
    double own;    /* may be below 0 */
    double weight; /* how far the spread counts: variance / mean = 1 + weight spread */
};

/** What all series of a kind have in common. */
struct tdg_spreads {
    size_t periods;
    double trimmed; /* the mean of what trimming leaves of squared standard normals */
    double common;
    double between;  /* variance of the true spreads about it */
    double freedom;  /* degrees of freedom of the common spread */
    double *squares; /* [2 * periods] scratch */
};

/** {0} is empty. TDG_ENOMEM. */
int tdg_spreads_new(struct tdg_spreads *spreads, size_t periods);
void tdg_spreads_done(struct tdg_spreads *spreads);

struct tdg_spread tdg_spread_of(struct tdg_spreads *spreads, const double *count,
                                const double *exposure);

/** Sets what they have in common; series without counts (weight 0) are left out. */
void tdg_spreads_pool(struct tdg_spreads *spreads, const struct tdg_spread *each, size_t count);

/** The estimate to work with, between a series' own and the common one; not below 0. */
double tdg_spread_moderated(const struct tdg_spreads *spreads, const struct tdg_spread *spread);

#endif
