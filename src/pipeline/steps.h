// SPDX-License-Identifier: GPL-3.0-or-later
/** The steps of an analysis. */
#ifndef TDG_PIPELINE_STEPS_H
#define TDG_PIPELINE_STEPS_H

#include "pipeline/run.h"

/** Takes the steps from `first` to `last`. What the steps before them make is there already: a step
 * that lacks something fails with TDG_EINVAL. */
int tdg_run_steps(struct tdg_run *run, enum tdg_step first, enum tdg_step last);

#endif
