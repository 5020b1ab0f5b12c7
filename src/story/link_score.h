// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_LINK_SCORE_H
#define TDG_STORY_LINK_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "story/clusters.h"
#include "story/facts.h"

/* One cluster laid out, so that many can be held against it. Scratch of a worker. */
struct tdg_dense_scratch {
    float *count;  /* [columns] 0 between uses */
    float *weight; /* [columns] */
    float *burst;  /* [columns] */
    const struct tdg_story_cluster *cluster;
};

int tdg_dense_scratch_init(struct tdg_dense_scratch *scratch, size_t columns);
void tdg_dense_scratch_done(struct tdg_dense_scratch *scratch);
void tdg_dense_scratch_set(struct tdg_dense_scratch *scratch,
                           const struct tdg_story_cluster *cluster);
void tdg_dense_scratch_clear(struct tdg_dense_scratch *scratch);

/* Above 0: the cluster that is laid out and the other one are likelier to tell one event than two;
 * `timeless` leaves out what their times say. */
double tdg_link_score(const struct tdg_dense_scratch *scratch,
                      const struct tdg_story_cluster *other, const struct tdg_story_facts *facts,
                      bool timeless);

/* Seconds between the end of one and the beginning of the other, 0 where they overlap or a time is
 * not known. */
int64_t tdg_cluster_gap(const struct tdg_story_cluster *a, const struct tdg_story_cluster *b);

#endif
