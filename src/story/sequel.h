// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_SEQUEL_H
#define TDG_STORY_SEQUEL_H

#include <stdint.h>

#include "story/clusters.h"
#include "story/link_score.h"

/* sequel[i] becomes the cluster that cluster i takes up again, or TDG_NONE; [count]. */
void tdg_cluster_set_sequels(struct tdg_cluster_set *set, uint32_t *sequel,
                             struct tdg_dense_scratch *scratch);

#endif
