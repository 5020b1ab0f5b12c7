// SPDX-License-Identifier: GPL-3.0-or-later
/** What is needed over and over for families over the same periods. */
#ifndef TDG_DETECT_DETECTOR_H
#define TDG_DETECT_DETECTOR_H

#include <stdbool.h>
#include <stddef.h>

#include "detect/bootstrap.h"
#include "detect/calibration.h"
#include "detect/detections.h"
#include "detect/family.h"
#include "detect/latest.h"
#include "detect/scan.h"
#include "detect/shape.h"
#include "detect/spread.h"

struct tdg_detector {
    struct tdg_family family;
    struct tdg_finding_options options;
    struct tdg_scan scan;
    struct tdg_spreads spreads; /* of the family as it is now */
    struct tdg_spreads known;   /* of the family as it was given: the reference's */
    struct tdg_bootstrap reference;
    struct tdg_calibration chance;
    struct tdg_calibration latest_chance; /* of tests of one period against those before it */
    struct tdg_detection_list candidates; /* what the model alone would find */
    double *exposure;                     /* [periods] whole / mean whole */
    double *count;                        /* [series][periods] effective: divided by 1 - share */
    double *offset;         /* [series][periods] exposure times what was found so far */
    double *rest;           /* [series] 1 - share */
    double *common_factor;  /* [periods] of the typical series */
    double *scratch;        /* [2 * series] */
    struct tdg_spread *own; /* [series] */
    double *spread;         /* [series] moderated */
};

/** TDG_ENOMEM. Borrows the family. NULL in *detector for fewer than TDG_MIN_PERIODS. */
int tdg_detector_new(struct tdg_detector **detector, const struct tdg_family *family,
                     const struct tdg_finding_options *options);
void tdg_detector_free(struct tdg_detector *detector);

/** 1 - share, of a series with so many of `whole` originals; never next to nothing. */
double tdg_rest_of(double originals, double whole);

/** How many times as much as chance alone the count of a series scatters in a period with `whole`
 * originals: variance / binomial variance. 1 without a detector. */
double tdg_detector_scatter(const struct tdg_detector *detector, size_t series, double whole);

/** The spread of a series, and what all series of the family have in common. */
double tdg_detector_spread(const struct tdg_detector *detector, size_t series);
double tdg_detector_common_spread(const struct tdg_detector *detector);

/** Effective counts, offsets and spreads from counts [series][periods]. */
void tdg_detector_load(struct tdg_detector *detector, const double *count);

/** From now on a series is expected to move like that: multiplies its offset. */
void tdg_detector_expect(struct tdg_detector *detector, const struct tdg_shape *shape,
                         size_t series);

/** The series of a detector as they are loaded, with nothing but the usual expected: before it
 * finds anything. */
struct tdg_latest tdg_detector_latest(const struct tdg_detector *detector);

#endif
