// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/view. */
#ifndef TDG_VIEW_IN_THE_NEWS_H
#define TDG_VIEW_IN_THE_NEWS_H

#include "pipeline/run.h"

struct tdg_analysis;

/* Who is named in the latest period, and who is named more or less than in those before. After
 * tdg_view_latest. TDG_ENOMEM. */
int tdg_view_in_the_news(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
