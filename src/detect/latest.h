// SPDX-License-Identifier: GPL-3.0-or-later
/** One period against those before it: what a weekly report is about. */
#ifndef TDG_DETECT_LATEST_H
#define TDG_DETECT_LATEST_H

#include <stdbool.h>
#include <stddef.h>

#include "detect/detections.h"

/** So many periods are compared with: whole ones, before the one that is looked at. */
enum { TDG_BASELINE = 8 };

/** Series whose count in one period is held against that in the periods before it. */
struct tdg_latest {
    size_t series;
    size_t periods;
    const double *count;   /* [series][periods] originals */
    const double *whole;   /* [periods] all originals, not 0 */
    const double *offset;  /* [series][periods] expected without a movement, up to a factor … */
    bool same_offset;      /* … or [periods] for all series */
    const double *mix;     /* [series][periods] see series/mix.h; NULL: none */
    const double *rest;    /* [series] 1 - share of the whole */
    const double *spread;  /* [series] see detect/spread.h */
    const double *earlier; /* [series] originals before all these periods; NULL: none */
    const bool *quiet;     /* [series] not tested; or NULL */
    size_t typical;        /* the first so many add up to the whole: see detect/common_factor.h */
    double common_factor;  /* of the typical theme in the period against those before, where the
                       series themselves do not tell it; else 1 */
};

/** What the typical series has in the period `at` against those before it, up to what is expected:
 * when one subject takes half of the articles of a week, all others have half as much, and none of
 * them has moved. 1 where there are too few. TDG_ENOMEM. */
int tdg_latest_common_factor(double *common_factor, const struct tdg_latest *latest, size_t at);

/** Appends one test for each series that has enough articles to tell anything, of the period `at`
 * (at least 1). found->begin is `at`, found->move says which way. TDG_ENOMEM. */
int tdg_latest_test(struct tdg_detection_list *tests, const struct tdg_latest *latest, size_t at);

/** What the test would say of a series if it had `now` originals in the period `at`. */
struct tdg_detection tdg_latest_if(const struct tdg_latest *latest, size_t series, size_t at,
                                   double common_factor, double now);

#endif
