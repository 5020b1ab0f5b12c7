// SPDX-License-Identifier: GPL-3.0-or-later
/** The parents of the themes of a run. */
#ifndef TDG_PIPELINE_PARENTS_H
#define TDG_PIPELINE_PARENTS_H

#include "cluster/grouping.h"
#include "pipeline/run.h"

/** Makes *parents = the same rows in groups of groups; {0} where there is no such level: where it
 * would be one group, or as many as there are. */
int tdg_group_by_parents(struct tdg_grouping *parents, const struct tdg_grouping *grouping);

/** Takes the name of a subject from parents of which themes with that subject are the smaller part:
 * "Football" from football, tennis and rugby. */
void tdg_parents_unname(struct tdg_run *run);

#endif
