// SPDX-License-Identifier: GPL-3.0-or-later
/** Why articles of a run have no theme. */
#ifndef TDG_PIPELINE_UNPLACED_H
#define TDG_PIPELINE_UNPLACED_H

#include <stddef.h>

#include "phrasing/unplaced.h"
#include "pipeline/run.h"

/** Why a row of the run has no theme, and how many words of its own it has. */
enum tdg_unplaced tdg_why_unplaced(size_t *words, const struct tdg_run *run, size_t row);

#endif
