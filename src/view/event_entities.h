// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/view. */
#ifndef TDG_VIEW_EVENT_ENTITIES_H
#define TDG_VIEW_EVENT_ENTITIES_H

#include "pipeline/run.h"

struct tdg_analysis;

/* Who and where: the names in the articles of each event, without those that are muted.
 * TDG_ENOMEM. */
int tdg_view_event_entities(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
