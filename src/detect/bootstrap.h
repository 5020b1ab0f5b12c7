// SPDX-License-Identifier: GPL-3.0-or-later
/** What chance makes of the best of everything that is tried on a series. */
#ifndef TDG_DETECT_BOOTSTRAP_H
#define TDG_DETECT_BOOTSTRAP_H

#include <stdint.h>

#include "detect/scan.h"
#include "detect/spread.h"

struct tdg_spread_cell;

/** Distributions for series of all sizes, made when they are first asked for. Borrows what it is
 * made of. {0} is empty. */
struct tdg_bootstrap {
    struct tdg_scan *scan;
    struct tdg_spreads *spreads;
    const double *exposure; /* [periods] mean 1 */
    uint64_t seed;
    struct tdg_spread_cell *cells; /* by mean and by spread */
};

int tdg_bootstrap_new(struct tdg_bootstrap *reference, struct tdg_scan *scan,
                      struct tdg_spreads *spreads, const double *exposure, uint64_t seed);
void tdg_bootstrap_done(struct tdg_bootstrap *reference);

/** *p: how often a series of that mean count a period and spread that does not move reaches
 * `value` or more (tdg_scan_most). Loads the scan with other series. TDG_ENOMEM. */
int tdg_bootstrap_p(struct tdg_bootstrap *reference, double value, double mean, double spread,
                    double *p);

#endif
