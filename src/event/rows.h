// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/event: articles by what is special in their days. */
#ifndef TDG_EVENT_ROWS_H
#define TDG_EVENT_ROWS_H

#include <stdint.h>

#include "event/event.h"
#include "event/title_patterns.h"
#include "vector/vector.h"

/* The articles that events take. {0} is empty. */
struct tdg_event_rows {
    struct tdg_matrix matrix; /* rows of length 1, or of no columns: words, then pairs of words */
    uint32_t *article;        /* [rows] ascending */
    double *day;              /* [rows] whole days since 1970, ascending */
    float *burst;             /* [rows] of its words in the mean: 1 where nothing is special */
};

/* To be freed also on failure. TDG_ENOMEM. */
int tdg_event_rows_build(struct tdg_event_rows *rows, const struct tdg_event_input *input,
                         const struct tdg_title_patterns *patterns,
                         const struct tdg_event_formats *formats,
                         const struct tdg_event_options *options);
void tdg_event_rows_done(struct tdg_event_rows *rows);

#endif
