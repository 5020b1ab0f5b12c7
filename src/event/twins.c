// SPDX-License-Identifier: GPL-3.0-or-later
/* An event that goes on for days falls into groups of articles that share too little one by one,
 * and are alike as wholes. In each round those are joined that are each other's likest, by the
 * cosine of their centroids and the days between their mean times; only a group that has grown is
 * compared again. What would last longer than a fortnight is not joined: without that cap one group
 * went through two hundred days of the pandemic. */
#include "event/twins.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "event/centers.h"
#include "event/pairs.h"

enum { ROUNDS = 12 };

/* Two parts that may be one. */
struct bond {
    uint32_t low, high;
    float likeness;
};

struct joining {
    const struct tdg_event_options *options;
    struct tdg_centers centers;
    uint32_t *part;    /* [rows] */
    bool *grown;       /* [rows] by part: since the last round */
    bool *fresh;       /* [centers] the same */
    struct bond *bond; /* [bonds] of parts as they are */
    size_t bonds, capacity;
    uint32_t *best; /* [rows] by part: its likest, TDG_NONE for none … */
    float *most;    /* … and how like */
};

static bool fits(const struct joining *joining, const struct tdg_center *one,
                 const struct tdg_center *other)
{
    double gap = fmax(one->first, other->first) - fmin(one->last, other->last);
    double span = fmax(one->last, other->last) - fmin(one->first, other->first);
    return gap <= joining->options->twin_gap && span <= joining->options->span;
}

/* Of the bonds, those that still hold. */
static void forget_grown(struct joining *joining)
{
    size_t kept = 0;
    for (size_t i = 0; i < joining->bonds; i++) {
        const struct bond *bond = &joining->bond[i];
        bool holds =
            joining->part[bond->low] == bond->low && joining->part[bond->high] == bond->high;
        if (holds && !joining->grown[bond->low] && !joining->grown[bond->high])
            joining->bond[kept++] = *bond;
    }
    joining->bonds = kept;
}

static int keep_bonds(struct joining *joining, const struct tdg_pairs *pairs)
{
    struct bond *grown = tdg_grow(joining->bond, &joining->capacity,
                                  joining->bonds + pairs->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    joining->bond = grown;
    for (size_t i = 0; i < pairs->count; i++) {
        const struct tdg_pair *pair = &pairs->items[i];
        const struct tdg_center *one = &joining->centers.items[pair->low];
        const struct tdg_center *other = &joining->centers.items[pair->high];
        if (!fits(joining, one, other))
            continue;
        bool ordered = one->part < other->part;
        grown[joining->bonds++] = (struct bond){ordered ? one->part : other->part,
                                                ordered ? other->part : one->part, pair->likeness};
    }
    return TDG_OK;
}

static int compare(struct joining *joining, struct tdg_workers *workers)
{
    struct tdg_pair_options options = {.reach = joining->options->span,
                                       .decay = joining->options->twin_decay,
                                       .least = joining->options->twin_likeness};
    struct tdg_pairs pairs = {0};
    struct tdg_centers *centers = &joining->centers;
    tdg_centers_find(centers, joining->part);
    for (size_t i = 0; i < centers->count; i++)
        joining->fresh[i] = joining->grown[centers->items[i].part];
    int status =
        tdg_pairs_find(&pairs, &centers->matrix, centers->mean, joining->fresh, &options, workers);
    if (!status) {
        forget_grown(joining);
        status = keep_bonds(joining, &pairs);
    }
    free(pairs.items);
    return status;
}

/* In a tie the lower part. */
static void prefer(struct joining *joining, uint32_t part, uint32_t other, float likeness)
{
    bool same = likeness >= joining->most[part] && likeness <= joining->most[part];
    if (joining->best[part] != TDG_NONE &&
        (same ? other > joining->best[part] : likeness < joining->most[part]))
        return;
    joining->best[part] = other;
    joining->most[part] = likeness;
}

/* Joins those that are each other's likest; false where there are none. */
static bool join_best(struct joining *joining)
{
    size_t rows = joining->centers.rows->matrix.rows;
    bool joined = false;
    for (size_t i = 0; i < rows; i++) {
        joining->best[i] = TDG_NONE;
        joining->grown[i] = false;
    }
    for (size_t i = 0; i < joining->bonds; i++) {
        const struct bond *bond = &joining->bond[i];
        prefer(joining, bond->low, bond->high, bond->likeness);
        prefer(joining, bond->high, bond->low, bond->likeness);
    }
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t part = joining->part[i], best = joining->best[part];
        if (best == TDG_NONE || best > part || joining->best[best] != part)
            continue;
        joining->part[i] = best;
        joining->grown[best] = joined = true;
    }
    return joined;
}

static int prepare(struct joining *joining, const struct tdg_event_rows *rows)
{
    size_t count = rows->matrix.rows;
    joining->grown = tdg_alloc(count, sizeof *joining->grown);
    joining->fresh = tdg_alloc(count, sizeof *joining->fresh);
    joining->best = tdg_alloc(count, sizeof *joining->best);
    joining->most = tdg_alloc(count, sizeof *joining->most);
    if (!joining->grown || !joining->fresh || !joining->best || !joining->most)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++)
        joining->grown[i] = true;
    return tdg_centers_init(&joining->centers, rows);
}

static void joining_done(struct joining *joining)
{
    free(joining->grown);
    free(joining->fresh);
    free(joining->best);
    free(joining->most);
    free(joining->bond);
    tdg_centers_done(&joining->centers);
}

int tdg_twins_join(uint32_t *part, const struct tdg_event_rows *rows,
                   const struct tdg_event_options *options, struct tdg_workers *workers)
{
    struct joining joining = {.options = options, .part = part};
    int status = prepare(&joining, rows);
    bool joined = true;
    for (int round = 0; !status && joined && round < ROUNDS; round++) {
        status = compare(&joining, workers);
        joined = !status && join_best(&joining);
    }
    joining_done(&joining);
    return status;
}
