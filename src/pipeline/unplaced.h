// SPDX-License-Identifier: GPL-3.0-or-later
/** Why articles of a run have no theme. */
#ifndef TDG_PIPELINE_UNPLACED_H
#define TDG_PIPELINE_UNPLACED_H

#include <stddef.h>

#include "base/memory.h"
#include "pipeline/run.h"

/** Why a row of the run has no theme, in the arena. NULL: out of memory. */
const char *tdg_reason_unplaced(struct tdg_arena *arena, const struct tdg_run *run, size_t row);

#endif
