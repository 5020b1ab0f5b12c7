// SPDX-License-Identifier: GPL-3.0-or-later
/* A fit draws all borders anew: without a random twentieth of the articles a third of the others is
 * in another theme. So a refit that nobody asked for is taken on in steps. */
#include "archive/pace.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "base/hash.h"
#include "base/memory.h"

enum { PARTS = 11 }; /* of the originals: one moves; with its copies, less than a tenth does */

/* Moves with the same way. */
struct flow {
    struct tdg_pace_move *moves;
    size_t count;
};

size_t tdg_pace_most(size_t placed)
{
    return placed / PARTS;
}

static int by_way(const void *left, const void *right)
{
    const struct tdg_pace_move *a = left, *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    uint64_t one = tdg_mix((uint64_t)a->article), other = tdg_mix((uint64_t)b->article);
    return (one > other) - (one < other);
}

static int by_need(const void *left, const void *right)
{
    const struct flow *a = left, *b = right;
    if (a->moves->begins != b->moves->begins)
        return a->moves->begins ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return (a->moves > b->moves) - (a->moves < b->moves); /* they are in one array */
}

static size_t find_flows(struct flow *flows, struct tdg_pace_move *moves, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || moves[i].from != moves[i - 1].from || moves[i].to != moves[i - 1].to)
            flows[found++] = (struct flow){.moves = moves + i};
        flows[found - 1].count++;
    }
    return found;
}

static size_t go(const struct flow *flow, size_t count)
{
    for (size_t i = 0; i < count; i++)
        flow->moves[i].now = true;
    return count;
}

int tdg_pace_choose(struct tdg_pace_move *moves, size_t count, size_t most)
{
    struct flow *flows = tdg_alloc(count, sizeof *flows);
    size_t begin = 0, gone = 0;
    if (!flows)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        moves[i].now = false;
        begin += moves[i].begins;
    }
    if (count)
        qsort(moves, count, sizeof *moves, by_way);
    size_t found = find_flows(flows, moves, count);
    if (found)
        qsort(flows, found, sizeof *flows, by_need);
    for (size_t f = 0; f < found; f++)
        if (flows[f].moves->begins && begin > most)
            gone += go(&flows[f], (size_t)((double)flows[f].count * (double)most / (double)begin));
        else if (flows[f].count <= most - gone)
            gone += go(&flows[f], flows[f].count);
    if (!gone && found)
        go(flows, flows->count < most ? flows->count : most);
    free(flows);
    return TDG_OK;
}
