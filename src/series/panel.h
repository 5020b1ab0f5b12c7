// SPDX-License-Identifier: GPL-3.0-or-later
/** From the periods and articles of a collection to families of series, and from what is found in
 * them to what people read. */
#ifndef TDG_SERIES_PANEL_H
#define TDG_SERIES_PANEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calendar/period.h"
#include "detect/family.h"
#include "series/trends.h"

/** What a series counts. */
enum tdg_series_kind { TDG_SERIES_THEME, TDG_SERIES_PARENT, TDG_SERIES_TERM };

struct tdg_series_key {
    enum tdg_series_kind kind;
    uint32_t index; /* of the theme, of the parent; column of the term */
};

/** A family with what its series are. Starts as {0}. */
struct tdg_panel {
    struct tdg_family family;
    struct tdg_series_key *subjects; /* [family.series] */
    uint32_t *period;                /* [family.periods] which one of the trends' */
    uint32_t *place;                 /* [periods of the trends] which one of these, or TDG_NONE */
    double *count;
    double *whole;
    unsigned *weekday;
    double *doc_length;
    double *mix;
    double *density;
    bool *quiet;
    size_t *member_begin; /* [family.series + 1] */
    uint32_t *member;     /* originals of series s in these periods: from member_begin[s] on */
};

/** The themes, and the parents that have several, in the last `most` periods. TDG_ENOMEM. */
int tdg_panel_themes(struct tdg_panel *panel, const struct tdg_trends *trends,
                     const struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                     size_t most);

/** The most frequent terms that can be reported. */
int tdg_panel_terms(struct tdg_panel *panel, const struct tdg_trends *trends,
                    const struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                    size_t most);

/** All terms that can be reported and are in some articles of the latest period or of those that it
 * is compared with, and only these periods. */
int tdg_panel_recent_terms(struct tdg_panel *panel, const struct tdg_trends *trends,
                           const struct tdg_timeline *timeline,
                           const struct tdg_trend_input *input);
void tdg_panel_done(struct tdg_panel *panel);

/** What findings are reported with. */
struct tdg_report_ctx {
    struct tdg_trends *trends; /* for the arena and the periods */
    const struct tdg_panel *panel;
    const struct tdg_timeline *timeline;
    const struct tdg_trend_input *input;
    const struct tdg_trend_options *options;
    size_t max_terms; /* findings about terms that are reported: the others say little more */
};

/** Whether an article is one of those counted: an original, in a period that can be compared. */
bool tdg_panel_counts(const struct tdg_panel *panel, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input, size_t row);

#endif
