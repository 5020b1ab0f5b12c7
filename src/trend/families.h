// SPDX-License-Identifier: GPL-3.0-or-later
/** What moved in the families of series, from counts to sentences. */
#ifndef TDG_TREND_FAMILIES_H
#define TDG_TREND_FAMILIES_H

#include "trend/watch.h"

/** What all families need. */
struct tdg_family_work {
    struct tdg_trends *trends;
    const struct tdg_timeline *timeline;
    const struct tdg_trend_input *input;
    const struct tdg_trend_options *options;
    double course; /* of the typical theme in the latest period: trend/latest.h */
};

/** Tells what was found in a family; an empty list costs nothing. TDG_ENOMEM. */
int tdg_family_tell(struct tdg_finding_list *views, const struct tdg_family_work *work,
                    struct tdg_watch *watch, const struct tdg_found_list *list, size_t most_terms);

/** latest_terms.c: tells the terms of the latest period. `followed` are the terms of the finder,
 * which has found before. TDG_ENOMEM. */
int tdg_latest_terms_find(const struct tdg_family_work *work, const struct tdg_watch *followed,
                          const struct tdg_finder *finder);

#endif
