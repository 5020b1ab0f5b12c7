// SPDX-License-Identifier: GPL-3.0-or-later
/** From what was found in a family of series to views of findings. */
#ifndef TDG_SERIES_FINDINGS_H
#define TDG_SERIES_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar/period.h"
#include "detect/detections.h"
#include "series/panel.h"
#include "series/trends.h"

/** All findings of a family appended to a list of views. TDG_ENOMEM. */
int tdg_findings_view(struct tdg_finding_list *views, const struct tdg_detection_list *list,
                      const struct tdg_report_ctx *ctx);

/** What all families need. */
struct tdg_family_work {
    struct tdg_trends *trends;
    const struct tdg_timeline *timeline;
    const struct tdg_trend_input *input;
    const struct tdg_trend_options *options;
    double common_factor; /* of the typical theme in the latest period: detect/latest.h */
};

/** Tells what was found in a family; an empty list costs nothing. TDG_ENOMEM. */
int tdg_family_tell(struct tdg_finding_list *views, const struct tdg_family_work *work,
                    struct tdg_panel *panel, const struct tdg_detection_list *list,
                    size_t max_terms);

#endif
