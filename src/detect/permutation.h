// SPDX-License-Identifier: GPL-3.0-or-later
/** What is found where there is nothing to find. */
#ifndef TDG_DETECT_PERMUTATION_H
#define TDG_DETECT_PERMUTATION_H

#include <stddef.h>
#include <stdint.h>

#include "detect/detector.h"
#include "detect/family.h"

/* How often the periods change places, and of how many series this is looked at. */
struct tdg_permutation {
    size_t runs;
    size_t stride; /* every so manieth series */
    size_t block;
    uint64_t stream;
};

/** Takes what may have moved out of the series, puts blocks of periods in another order, plan->runs
 * times, and calls see(detector, seen) on each: the detector sees the shuffled family meanwhile.
 * TDG_ENOMEM, or what `see` returns if it is not 0. */
int tdg_permute(struct tdg_detector *detector, const struct tdg_permutation *plan,
                int (*see)(struct tdg_detector *detector, void *seen), void *seen);

/** How many periods stay together. */
size_t tdg_permutation_block(const struct tdg_family *family);

/** Shuffles the series without the candidates and learns what p-values that gives, of findings and
 * of single periods. TDG_ENOMEM. */
int tdg_calibration_learn(struct tdg_detector *detector);

#endif
