// SPDX-License-Identifier: GPL-3.0-or-later
/** The statistics of shares in time. They fail for want of memory only, and none enters GSL's error
 * handler, whose default ends the process. */
#ifndef TDG_DETECT_STATISTICS_H
#define TDG_DETECT_STATISTICS_H

#include <stddef.h>

struct tdg_interval {
    double low;
    double high;
};

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

#endif
