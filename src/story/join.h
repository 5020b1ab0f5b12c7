// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_JOIN_H
#define TDG_STORY_JOIN_H

#include "story/clusters.h"
#include "story/link_score.h"

/* Joins all that belong together. */
int tdg_cluster_set_join(struct tdg_cluster_set *set, struct tdg_dense_scratch *scratch);

#endif
