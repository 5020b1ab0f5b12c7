// SPDX-License-Identifier: GPL-3.0-or-later
/** What is muted in a run. */
#ifndef TDG_PIPELINE_MUTE_H
#define TDG_PIPELINE_MUTE_H

#include "pipeline/run.h"
#include "vector/vector.h"

/** Fills in run->muted; terms and counts are there. */
int tdg_run_mute(struct tdg_run *run);

/** The counts without what is muted: all that labels, terms and findings may be made of. */
const struct tdg_matrix *tdg_run_shown(const struct tdg_run *run);
void tdg_muted_done(struct tdg_muted *muted);

#endif
