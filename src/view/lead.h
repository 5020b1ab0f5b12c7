// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/view. */
#ifndef TDG_VIEW_LEAD_H
#define TDG_VIEW_LEAD_H

#include "pipeline/run.h"

struct tdg_analysis;

/* The news of the period, and of all time, when all else is there. TDG_ENOMEM. */
int tdg_view_lead(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
