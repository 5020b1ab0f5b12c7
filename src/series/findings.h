// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_SERIES_FINDINGS_H
#define TDG_SERIES_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar/period.h"
#include "detect/found.h"
#include "series/panel.h"
#include "series/trends.h"

/** All findings of a family appended to a list of views. TDG_ENOMEM. */
int tdg_findings_view(struct tdg_finding_list *views, const struct tdg_found_list *list,
                      const struct tdg_account *account);

/** What all families need. */
struct tdg_family_work {
    struct tdg_trends *trends;
    const struct tdg_timeline *timeline;
    const struct tdg_trend_input *input;
    const struct tdg_trend_options *options;
    double course; /* of the typical theme in the latest period: detect/latest.h */
};

/** Tells what was found in a family; an empty list costs nothing. TDG_ENOMEM. */
int tdg_family_tell(struct tdg_finding_list *views, const struct tdg_family_work *work,
                    struct tdg_watch *watch, const struct tdg_found_list *list, size_t most_terms);

#endif
