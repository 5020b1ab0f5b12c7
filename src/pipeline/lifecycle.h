// SPDX-License-Identifier: GPL-3.0-or-later
/** The beginning and the end of a run. */
#ifndef TDG_PIPELINE_LIFECYCLE_H
#define TDG_PIPELINE_LIFECYCLE_H

#include <tidings/options.h>

#include "pipeline/run.h"

/** Makes a run ready for its first step: options, settings and workers. Free it with tdg_run_done,
 * whatever the result is. */
int tdg_run_open(struct tdg_run *run, const struct tdg_options *options);

/** Fills in the times of articles that have another order. */
int tdg_run_times(struct tdg_run *run);

/** Puts the articles in their order and fills in their times: the end of the step "read". */
int tdg_run_order(struct tdg_run *run);
void tdg_run_done(struct tdg_run *run);

#endif
