// SPDX-License-Identifier: GPL-3.0-or-later
/** New articles into the themes that are there. */
#ifndef TDG_ARCHIVE_PLACE_H
#define TDG_ARCHIVE_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "archive/update.h"
#include "pipeline/run.h"

/** Places the new originals of update->run, which has terms: theme numbers into theme[row], where a
 * changed one that stays has its own already; the others keep theirs. Stores it. */
int tdg_update_place(struct tdg_update *update, const bool *fresh, const int64_t *copy_of,
                     int64_t *theme);

/** How much of its words each original of a run, which has terms, leaves to the theme that it is
 * given: weight[row], ½ to 1. The themes know nothing of these articles. */
int tdg_update_weigh(float *weight, struct tdg_update *update, const struct tdg_run *run,
                     const int64_t *theme);

/** Of the only article of a run that has terms. */
int tdg_update_explain(struct tdg_told_terms *told, struct tdg_update *update, struct tdg_run *run);
void tdg_told_terms_done(struct tdg_told_terms *told);

#endif
