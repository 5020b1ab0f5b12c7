// SPDX-License-Identifier: GPL-3.0-or-later
/** Themes that are leftovers. */
#ifndef TDG_PIPELINE_MIXED_H
#define TDG_PIPELINE_MIXED_H

#include "pipeline/run.h"

/** Says which themes are mixed, by their labels, and takes them from their parents. */
int tdg_find_mixed(struct tdg_run *run);

/** The labels of mixed themes say so. */
int tdg_name_mixed(struct tdg_run *run);

#endif
