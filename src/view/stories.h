// SPDX-License-Identifier: GPL-3.0-or-later
/** Events, stories, and how far they and the themes went. */
#ifndef TDG_VIEW_STORIES_H
#define TDG_VIEW_STORIES_H

#include <tidings/analysis.h>

#include "pipeline/run.h"

/** The views of events and stories, and the reach of themes; articles and themes have theirs. Terms
 * and members are taken over. */
int tdg_view_stories(struct tdg_analysis *analysis, struct tdg_run *run);

#endif
