// SPDX-License-Identifier: GPL-3.0-or-later
/** Topics of the user in a run. */
#ifndef TDG_PIPELINE_SEED_TOPICS_H
#define TDG_PIPELINE_SEED_TOPICS_H

#include "pipeline/run.h"

/** Fills in run->seeds, and tells which of the topics' words are not used in the corpus. */
int tdg_seeds_find(struct tdg_run *run);

/** Tells which topics did not become a theme though their words are used. */
void tdg_seeds_tell_unused(const struct tdg_run *run);

#endif
