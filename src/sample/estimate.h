// SPDX-License-Identifier: GPL-3.0-or-later
/** Shares by what a stratified sample says, with intervals. */
#ifndef TDG_SAMPLE_ESTIMATE_H
#define TDG_SAMPLE_ESTIMATE_H

#include <stdbool.h>
#include <stddef.h>

struct tdg_interval {
    double value;
    double low;
    double high;
};

/** A share of one sample, with the interval of Jeffreys (Brown, Cai and DasGupta 2001). NaN and all
 * of [0, 1] where `count` is 0. */
struct tdg_interval tdg_sample_proportion(size_t right, size_t count);

/** What was judged of one stratum. */
struct tdg_sample_hits {
    size_t originals; /* in all */
    size_t judged;
    size_t hits;  /* of the judged ones */
    bool assumed; /* that all are, where none was judged */
};

/** The share of hits in all strata: the stratified estimate, and an interval from what each stratum
 * says about those of it that were not judged. prior: that an article is a hit, weighing as much as
 * one judged article. */
struct tdg_interval tdg_sample_share(const struct tdg_sample_hits *strata, size_t count,
                                     double prior);

#endif
