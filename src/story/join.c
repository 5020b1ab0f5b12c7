// SPDX-License-Identifier: GPL-3.0-or-later
/* Agglomeration along the neighbours: of all pairs of clusters that know each other, the one with
 * the strongest score is joined, until no score is above 0. Pairs wait in a heap; those of clusters
 * that have grown meanwhile are stale and dropped when they come up. */
#include "story/join.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "cluster/bonds.h"

struct joining {
    struct tdg_cluster_set *set;
    struct tdg_dense_scratch *scratch;
    struct tdg_bonds bonds;
    uint32_t *seen; /* [clusters] 0 between uses */
};

/* Holds a cluster against those that it knows, from number `least` on. */
static int offer(struct joining *joining, uint32_t number, uint32_t least)
{
    struct tdg_cluster_set *set = joining->set;
    const struct tdg_story_cluster *cluster = &set->cluster[number];
    int64_t pause = set->facts->options->pause;
    int status = TDG_OK;
    tdg_dense_scratch_set(joining->scratch, cluster);
    for (size_t i = 0; !status && i < cluster->near.count; i++) {
        uint32_t other = tdg_cluster_of(set, cluster->near.item[i]);
        if (other == number || other < least || joining->seen[other])
            continue;
        joining->seen[other] = 1;
        if (tdg_cluster_gap(cluster, &set->cluster[other]) > pause)
            continue;
        double score = tdg_link_score(joining->scratch, &set->cluster[other], set->facts, false);
        uint32_t low = number < other ? number : other, high = number < other ? other : number;
        struct tdg_bond bond = {
            score, low, high, {set->cluster[low].version, set->cluster[high].version}};
        if (score > 0)
            status = tdg_bonds_push(&joining->bonds, bond);
    }
    for (size_t i = 0; i < cluster->near.count; i++)
        joining->seen[tdg_cluster_of(set, cluster->near.item[i])] = 0;
    tdg_dense_scratch_clear(joining->scratch);
    return status;
}

static bool is_fresh(const struct tdg_cluster_set *set, const struct tdg_bond *bond)
{
    const struct tdg_story_cluster *low = &set->cluster[bond->low],
                                   *high = &set->cluster[bond->high];
    return low->into == bond->low && high->into == bond->high && low->version == bond->version[0] &&
           high->version == bond->version[1];
}

int tdg_cluster_set_join(struct tdg_cluster_set *set, struct tdg_dense_scratch *scratch)
{
    struct joining joining = {.set = set, .scratch = scratch};
    joining.seen = tdg_alloc(set->count, sizeof *joining.seen);
    int status = joining.seen ? TDG_OK : TDG_ENOMEM;
    for (uint32_t i = 0; !status && i < set->count; i++)
        status = offer(&joining, i, i + 1);
    while (!status && joining.bonds.count) {
        struct tdg_bond bond = tdg_bonds_pop(&joining.bonds);
        if (!is_fresh(set, &bond))
            continue;
        status = tdg_cluster_join(set, bond.low, bond.high, joining.seen);
        if (!status)
            status = offer(&joining, bond.low, 0);
    }
    free(joining.seen);
    free(joining.bonds.items);
    return status;
}
