// SPDX-License-Identifier: GPL-3.0-or-later
/** The themes inside one theme: an analysis of its articles alone, after that of all. */
#ifndef TDG_PIPELINE_WITHIN_H
#define TDG_PIPELINE_WITHIN_H

#include "pipeline/run.h"

/** From a run with the terms of the articles of one theme, run->within, to its themes and labels.
 */
int tdg_run_look_within(struct tdg_run *run);

/** From a run with labels to one of the articles of the theme or parent `id`, with labels of its
 * own: words are weighed and themes found among these articles as if there were no others. What the
 * run is within already is where `id` begins. TDG_EINVAL where there is no such theme. */
int tdg_run_go_within(struct tdg_run *run, const char *id);

#endif
