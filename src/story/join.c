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

struct event {
    double score;
    uint32_t low, high; /* numbers of the clusters */
    uint32_t version[2];
};

struct joining {
    struct tdg_cluster_set *set;
    struct tdg_dense_scratch *scratch;
    struct event *heap; /* [count] the strongest first */
    size_t count, capacity;
    uint32_t *seen; /* [clusters] 0 between uses */
};

/* Of equal bonds the one between lower numbers comes first. */
static bool comes_before(const struct event *a, const struct event *b)
{
    if (a->score > b->score || a->score < b->score)
        return a->score > b->score;
    return a->low != b->low ? a->low < b->low : a->high < b->high;
}

static int push(struct joining *joining, struct event event)
{
    struct event *grown =
        tdg_grow(joining->heap, &joining->capacity, joining->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    joining->heap = grown;
    size_t at = joining->count++;
    for (; at && comes_before(&event, &grown[(at - 1) / 2]); at = (at - 1) / 2)
        grown[at] = grown[(at - 1) / 2];
    grown[at] = event;
    return TDG_OK;
}

static struct event pop(struct joining *joining)
{
    struct event *heap = joining->heap, first = heap[0], last = heap[--joining->count];
    size_t at = 0;
    for (size_t next = 1; next < joining->count; next = 2 * at + 1) {
        if (next + 1 < joining->count && comes_before(&heap[next + 1], &heap[next]))
            next++;
        if (!comes_before(&heap[next], &last))
            break;
        heap[at] = heap[next];
        at = next;
    }
    heap[at] = last;
    return first;
}

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
        struct event event = {
            score, low, high, {set->cluster[low].version, set->cluster[high].version}};
        if (score > 0)
            status = push(joining, event);
    }
    for (size_t i = 0; i < cluster->near.count; i++)
        joining->seen[tdg_cluster_of(set, cluster->near.item[i])] = 0;
    tdg_dense_scratch_clear(joining->scratch);
    return status;
}

static bool is_fresh(const struct tdg_cluster_set *set, const struct event *event)
{
    const struct tdg_story_cluster *low = &set->cluster[event->low],
                                   *high = &set->cluster[event->high];
    return low->into == event->low && high->into == event->high &&
           low->version == event->version[0] && high->version == event->version[1];
}

int tdg_cluster_set_join(struct tdg_cluster_set *set, struct tdg_dense_scratch *scratch)
{
    struct joining joining = {.set = set, .scratch = scratch};
    joining.seen = tdg_alloc(set->count, sizeof *joining.seen);
    int status = joining.seen ? TDG_OK : TDG_ENOMEM;
    for (uint32_t i = 0; !status && i < set->count; i++)
        status = offer(&joining, i, i + 1);
    while (!status && joining.count) {
        struct event event = pop(&joining);
        if (!is_fresh(set, &event))
            continue;
        status = tdg_cluster_join(set, event.low, event.high, joining.seen);
        if (!status)
            status = offer(&joining, event.low, 0);
    }
    free(joining.seen);
    free(joining.heap);
    return status;
}
