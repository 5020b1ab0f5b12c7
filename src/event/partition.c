// SPDX-License-Identifier: GPL-3.0-or-later
/* Parts of a graph by the constant Potts model (Traag, Van Dooren and Nesterov 2011, equation 8):
 * likeness inside the parts, less `density` for each pair of rows in one. It knows no resolution
 * limit, so a week's small events do not depend on how much else is in the collection. Groups are
 * joined while their average link is at least the density, the strongest first, which raises the
 * sum each time; then single rows go where they raise it more. Leiden (Traag, Waltman and Van Eck
 * 2019) in its place found as much of the known events, in an order that is drawn. */
#include "event/partition.h"

#include <stdbool.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/bonds.h"

enum { SWEEPS = 5 };
static const double least_gain = 1e-9; /* of a move: rounding moves nothing */

struct tie {
    uint32_t other; /* a group, perhaps one that is part of another by now */
    float weight;
};

struct group {
    struct tie *ties; /* [count] */
    size_t count;
    bool owned;       /* else they are part of the ties of all rows */
    uint32_t size;    /* rows */
    uint32_t version; /* how often it has grown */
    uint32_t into;    /* the group that it was joined to, or itself */
};

struct parting {
    size_t rows;
    double density;
    struct group *group;    /* [rows] */
    size_t *begin;          /* [rows + 1] */
    struct tie *ties;       /* [begin[rows]] of all rows */
    struct tdg_bonds bonds; /* by average link */
    double *sum;            /* [rows] zeros between uses */
    uint32_t *known;        /* [rows] scratch */
};

static uint32_t group_of(struct parting *parting, uint32_t number)
{
    struct group *group = parting->group;
    while (group[number].into != number)
        number = group[number].into = group[group[number].into].into;
    return number;
}

static int offer(struct parting *parting, uint32_t one, uint32_t other, double weight)
{
    const struct group *group = parting->group;
    double link = weight / ((double)group[one].size * (double)group[other].size);
    if (link < parting->density)
        return TDG_OK;
    uint32_t low = one < other ? one : other, high = one < other ? other : one;
    return tdg_bonds_push(
        &parting->bonds,
        (struct tdg_bond){link, low, high, {group[low].version, group[high].version}});
}

static int lay_out(struct parting *parting, const struct tdg_pairs *pairs)
{
    size_t *next = tdg_alloc(parting->rows + 1, sizeof *next);
    if (!next)
        return TDG_ENOMEM;
    for (size_t i = 0; i < pairs->count; i++) {
        next[pairs->items[i].low]++;
        next[pairs->items[i].high]++;
    }
    for (size_t i = 0; i < parting->rows; i++) {
        parting->begin[i + 1] = parting->begin[i] + next[i];
        next[i] = parting->begin[i];
    }
    for (size_t i = 0; i < pairs->count; i++) {
        const struct tdg_pair *pair = &pairs->items[i];
        parting->ties[next[pair->low]++] = (struct tie){pair->high, pair->likeness};
        parting->ties[next[pair->high]++] = (struct tie){pair->low, pair->likeness};
    }
    free(next);
    return TDG_OK;
}

static int prepare(struct parting *parting, const struct tdg_pairs *pairs)
{
    size_t rows = parting->rows;
    parting->group = tdg_alloc(rows, sizeof *parting->group);
    parting->begin = tdg_alloc(rows + 1, sizeof *parting->begin);
    parting->ties = tdg_alloc(2 * pairs->count, sizeof *parting->ties);
    parting->sum = tdg_alloc(rows, sizeof *parting->sum);
    parting->known = tdg_alloc(rows, sizeof *parting->known);
    if (!parting->group || !parting->begin || !parting->ties || !parting->sum || !parting->known)
        return TDG_ENOMEM;
    int status = lay_out(parting, pairs);
    for (uint32_t i = 0; !status && i < rows; i++)
        parting->group[i] = (struct group){.ties = parting->ties + parting->begin[i],
                                           .count = parting->begin[i + 1] - parting->begin[i],
                                           .size = 1,
                                           .into = i};
    for (size_t i = 0; !status && i < pairs->count; i++)
        status = offer(parting, pairs->items[i].low, pairs->items[i].high,
                       (double)pairs->items[i].likeness);
    return status;
}

/* Adds the ties of a group to the sums, by the groups as they are now. */
static size_t add_ties(struct parting *parting, const struct group *group, uint32_t self,
                       size_t count)
{
    for (size_t i = 0; i < group->count; i++) {
        uint32_t other = group_of(parting, group->ties[i].other);
        if (other == self)
            continue;
        if (parting->sum[other] <= 0)
            parting->known[count++] = other;
        parting->sum[other] += (double)group->ties[i].weight;
    }
    return count;
}

static void release(struct group *group)
{
    if (group->owned)
        free(group->ties);
    group->ties = NULL;
    group->count = 0;
    group->owned = false;
}

static int join(struct parting *parting, uint32_t low, uint32_t high)
{
    struct group *stays = &parting->group[low], *goes = &parting->group[high];
    goes->into = low;
    size_t count = add_ties(parting, stays, low, 0);
    count = add_ties(parting, goes, low, count);
    struct tie *ties = tdg_alloc(count, sizeof *ties);
    if (!ties)
        return TDG_ENOMEM;
    release(stays);
    release(goes);
    *stays = (struct group){.ties = ties,
                            .count = count,
                            .owned = true,
                            .size = stays->size + goes->size,
                            .version = stays->version + 1,
                            .into = low};
    int status = TDG_OK;
    for (size_t i = 0; i < count; i++) {
        uint32_t other = parting->known[i];
        ties[i] = (struct tie){other, (float)parting->sum[other]};
        if (!status)
            status = offer(parting, low, other, parting->sum[other]);
        parting->sum[other] = 0;
    }
    return status;
}

static int join_all(struct parting *parting)
{
    int status = TDG_OK;
    while (!status && parting->bonds.count) {
        struct tdg_bond best = tdg_bonds_pop(&parting->bonds);
        const struct group *low = &parting->group[best.low], *high = &parting->group[best.high];
        if (low->into == best.low && high->into == best.high && low->version == best.version[0] &&
            high->version == best.version[1])
            status = join(parting, best.low, best.high);
    }
    return status;
}

/* Where a row raises the sum most, its own part in a tie. size: [rows] of the parts. */
static uint32_t best_part(struct parting *parting, const uint32_t *part, const uint32_t *size,
                          size_t row)
{
    size_t count = 0;
    for (size_t at = parting->begin[row]; at < parting->begin[row + 1]; at++) {
        uint32_t other = part[parting->ties[at].other];
        if (parting->sum[other] <= 0)
            parting->known[count++] = other;
        parting->sum[other] += (double)parting->ties[at].weight;
    }
    uint32_t best = part[row];
    double most = parting->sum[best] - parting->density * (size[best] - 1.0) + least_gain;
    parting->sum[best] = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t other = parting->known[i];
        double gain = parting->sum[other] - parting->density * size[other];
        parting->sum[other] = 0;
        if (other == part[row] || gain <= most)
            continue;
        most = gain;
        best = other;
    }
    return best;
}

static int move_rows(struct parting *parting, uint32_t *part)
{
    uint32_t *size = tdg_alloc(parting->rows, sizeof *size);
    if (!size)
        return TDG_ENOMEM;
    for (size_t i = 0; i < parting->rows; i++)
        size[part[i]]++;
    bool moved = true;
    for (int sweep = 0; moved && sweep < SWEEPS; sweep++) {
        moved = false;
        for (size_t i = 0; i < parting->rows; i++) {
            uint32_t best = best_part(parting, part, size, i);
            moved |= best != part[i];
            size[part[i]]--;
            size[best]++;
            part[i] = best;
        }
    }
    free(size);
    return TDG_OK;
}

int tdg_parts_name(uint32_t *part, size_t rows)
{
    uint32_t *lowest = tdg_alloc(rows, sizeof *lowest);
    for (size_t i = 0; lowest && i < rows; i++)
        lowest[i] = TDG_NONE;
    for (uint32_t i = 0; lowest && i < rows; i++) {
        if (lowest[part[i]] == TDG_NONE)
            lowest[part[i]] = i;
        part[i] = lowest[part[i]];
    }
    int status = lowest ? TDG_OK : TDG_ENOMEM;
    free(lowest);
    return status;
}

int tdg_partition(uint32_t *part, size_t rows, const struct tdg_pairs *pairs, double density)
{
    struct parting parting = {.rows = rows, .density = density};
    int status = prepare(&parting, pairs);
    if (!status)
        status = join_all(&parting);
    for (uint32_t i = 0; !status && i < rows; i++)
        part[i] = group_of(&parting, i);
    if (!status)
        status = move_rows(&parting, part);
    if (!status)
        status = tdg_parts_name(part, rows);
    for (size_t i = 0; parting.group && i < rows; i++)
        release(&parting.group[i]);
    free(parting.group);
    free(parting.begin);
    free(parting.ties);
    free(parting.bonds.items);
    free(parting.sum);
    free(parting.known);
    return status;
}
