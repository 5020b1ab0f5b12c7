// SPDX-License-Identifier: GPL-3.0-or-later
/* A story that comes back after a pause is the sequel of the one that it would have been joined to
 * without the pause: of those that it knows and whose words bind them, the one with the strongest
 * score. */
#include "story/sequel.h"

#include <stdbool.h>
#include <stddef.h>

#include <tidings/types.h>

static uint32_t sequel_of(struct tdg_cluster_set *set, uint32_t number,
                          struct tdg_dense_scratch *scratch)
{
    const struct tdg_story_cluster *cluster = &set->cluster[number];
    uint32_t best = TDG_NONE;
    double most = 0;
    tdg_dense_scratch_set(scratch, cluster);
    for (size_t i = 0; i < cluster->near.count; i++) {
        uint32_t number_before = tdg_cluster_of(set, cluster->near.item[i]);
        const struct tdg_story_cluster *before = &set->cluster[number_before];
        if (before->articles < 2 || before->last >= cluster->first ||
            tdg_cluster_gap(before, cluster) <= set->facts->options->pause)
            continue;
        double score = tdg_link_score(scratch, before, set->facts, true);
        if (score > most || (best != TDG_NONE && score >= most && number_before < best)) {
            most = score;
            best = number_before;
        }
    }
    tdg_dense_scratch_clear(scratch);
    return best;
}

void tdg_cluster_set_sequels(struct tdg_cluster_set *set, uint32_t *sequel,
                             struct tdg_dense_scratch *scratch)
{
    for (uint32_t i = 0; i < set->count; i++) {
        const struct tdg_story_cluster *cluster = &set->cluster[i];
        bool told = cluster->into == i && cluster->articles > 1 && cluster->dated;
        sequel[i] = told ? sequel_of(set, i, scratch) : TDG_NONE;
    }
}
