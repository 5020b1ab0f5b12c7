// SPDX-License-Identifier: GPL-3.0-or-later
/* A cut of a tree pays for early merges: this repairs it among the leaves, where a look at all
 * alternatives costs little. Leaves move to the group where the sum of the groups' lengths grows
 * most (Hartigan 1975), and while it pays, two groups join and another one falls apart in their
 * stead. So different cuts mostly end at the same groups. Products of the leaves' sums with each
 * other are all that it takes, never the sums. */
#include "cluster/exchange.h"

#include <gsl/gsl_math.h>
#include <math.h>
#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "cluster/fit.h"
#include "cluster/tree.h"

enum {
    MAX_PASSES = 30,
    MAX_EXCHANGES = 50,
    PAIRS = 16, /* the cheapest ones to join that are looked at */
    TRIALS =
        40, /* the most promising exchanges, which are made and settled to see what they give */
};

/* Smaller relative gains may be rounding. */
static const double MIN_GAIN = 1e-7;

struct units {
    uint32_t count, groups;
    const double *product; /* [count][count] */
    uint32_t *group;       /* [count] */
    size_t *size;          /* [groups] */
    double *with;          /* [groups][count] product of the group's sum and the unit's */
    double *square;        /* [groups] of the sum's length */
};

static void units_done(struct units *units)
{
    free(units->group);
    free(units->size);
    free(units->with);
    free(units->square);
}

static int units_init(struct units *units, uint32_t count, uint32_t groups, const double *product)
{
    *units = (struct units){.count = count, .groups = groups, .product = product};
    units->group = tdg_alloc(count, sizeof *units->group);
    units->size = tdg_alloc(groups, sizeof *units->size);
    units->with = tdg_alloc(groups, count * sizeof *units->with);
    units->square = tdg_alloc(groups, sizeof *units->square);
    bool good = units->group && units->size && units->with && units->square;
    return good ? TDG_OK : TDG_ENOMEM;
}

/* Brings sums in line with the groups. */
static void refresh(struct units *units)
{
    size_t count = units->count;
    memset(units->size, 0, units->groups * sizeof *units->size);
    memset(units->with, 0, units->groups * count * sizeof *units->with);
    memset(units->square, 0, units->groups * sizeof *units->square);
    for (size_t i = 0; i < count; i++) {
        double *with = units->with + units->group[i] * count;
        units->size[units->group[i]]++;
        for (size_t j = 0; j < count; j++)
            with[j] += units->product[i * count + j];
    }
    for (size_t i = 0; i < count; i++)
        units->square[units->group[i]] += units->with[units->group[i] * count + i];
}

static double root(double square)
{
    return sqrt(GSL_MAX(square, 0.0));
}

static double objective(const struct units *units)
{
    double sum = 0;
    for (uint32_t g = 0; g < units->groups; g++)
        sum += root(units->square[g]);
    return sum;
}

/* What a group's length gains by a unit, or by losing it (sign -1). */
static double gain(const struct units *units, uint32_t group, uint32_t unit, int sign)
{
    double own = units->product[(size_t)unit * units->count + unit];
    double with = units->with[(size_t)group * units->count + unit];
    return root(units->square[group] + sign * 2 * with + own) - root(units->square[group]);
}

static void add(struct units *units, uint32_t group, uint32_t unit, int sign)
{
    size_t count = units->count;
    const double *product = units->product + unit * count;
    double *with = units->with + group * count;
    units->square[group] += sign * 2 * with[unit] + product[unit];
    units->size[group] += (size_t)sign;
    for (size_t j = 0; j < count; j++)
        with[j] += sign * product[j];
}

/* Moves units one by one, in their order, until none gains; no group is left empty. */
static void settle(struct units *units)
{
    size_t moved = 1;
    for (unsigned pass = 0; moved && pass < MAX_PASSES; pass++) {
        moved = 0;
        for (uint32_t i = 0; i < units->count; i++) {
            uint32_t own = units->group[i], best = own;
            double loss = -gain(units, own, i, -1), most = loss * (1 + MIN_GAIN) + MIN_GAIN;
            for (uint32_t g = 0; units->size[own] > 1 && g < units->groups; g++) {
                double more = g == own ? 0 : gain(units, g, i, 1);
                if (more > most) {
                    most = more;
                    best = g;
                }
            }
            if (best == own)
                continue;
            add(units, own, i, -1);
            add(units, best, i, 1);
            units->group[i] = best;
            moved++;
        }
    }
    refresh(units);
}

/* The best way to make two of a group. */
struct split {
    double gain;
    uint32_t count;
    uint32_t *unit; /* [count] */
    bool *leaves;   /* [count] the units of the new group */
};

static void split_done(struct split *split)
{
    free(split->unit);
    free(split->leaves);
}

static int find_split(struct split *split, const struct units *units, uint32_t group)
{
    uint32_t count = (uint32_t)units->size[group], at = 0;
    struct tdg_tree tree = {0};
    struct units part = {0};
    double *product = tdg_alloc(count, count * sizeof *product);
    *split = (struct split){.count = count,
                            .unit = tdg_alloc(count, sizeof *split->unit),
                            .leaves = tdg_alloc(count, sizeof *split->leaves)};
    int status = product && split->unit && split->leaves ? TDG_OK : TDG_ENOMEM;
    if (status || count < 2)
        goto out;
    for (uint32_t i = 0; i < units->count; i++)
        if (units->group[i] == group)
            split->unit[at++] = i;
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < count; b++)
            product[a * count + b] =
                units->product[(size_t)split->unit[a] * units->count + split->unit[b]];
    status = units_init(&part, count, 2, product);
    if (!status)
        status = tdg_tree_build(&tree, product, count);
    if (status)
        goto out;
    tdg_tree_cut(part.group, &tree, 2);
    refresh(&part);
    settle(&part);
    split->gain = objective(&part) - root(units->square[group]);
    for (uint32_t i = 0; i < count; i++)
        split->leaves[i] = part.group[i] == 1;
out:
    units_done(&part);
    tdg_tree_done(&tree);
    free(product);
    return status;
}

struct exchange {
    double gain;
    uint32_t into, from; /* these two groups join … */
    uint32_t split;      /* … and this one falls apart */
};

/* The most gain first. */
static int compare_exchanges(const void *a, const void *b)
{
    const struct exchange *one = a, *other = b;
    if (one->gain < other->gain || one->gain > other->gain)
        return one->gain > other->gain ? -1 : 1;
    if (one->split != other->split)
        return one->split < other->split ? -1 : 1;
    if (one->into != other->into)
        return one->into < other->into ? -1 : 1;
    return (one->from > other->from) - (one->from < other->from);
}

/* Keeps the best of a list in order, at most `room` of them. */
static size_t keep(struct exchange *list, size_t count, size_t room, struct exchange item)
{
    if (count == room && compare_exchanges(&item, &list[count - 1]) >= 0)
        return count;
    size_t at = count < room ? count : room - 1;
    for (; at > 0 && compare_exchanges(&item, &list[at - 1]) < 0; at--)
        list[at] = list[at - 1];
    list[at] = item;
    return count < room ? count + 1 : room;
}

/* Products of the groups' sums follow from those with the units. */
static double pair_product(const struct units *units, uint32_t a, uint32_t b)
{
    double sum = 0;
    for (size_t i = 0; i < units->count; i++)
        if (units->group[i] == b)
            sum += units->with[a * (size_t)units->count + i];
    return sum;
}

static size_t cheapest_pairs(struct exchange *pair, const struct units *units)
{
    size_t count = 0;
    for (uint32_t a = 0; a < units->groups; a++)
        for (uint32_t b = a + 1; b < units->groups; b++) {
            double joined = units->square[a] + units->square[b] + 2 * pair_product(units, a, b);
            double loss = root(units->square[a]) + root(units->square[b]) - root(joined);
            count = keep(pair, count, PAIRS, (struct exchange){-loss, a, b, 0});
        }
    return count;
}

static size_t promising(struct exchange *list, const struct split *split, const struct units *units)
{
    struct exchange pair[PAIRS];
    size_t pairs = cheapest_pairs(pair, units), count = 0;
    for (uint32_t g = 0; g < units->groups; g++)
        for (size_t i = 0; i < pairs && split[g].gain > 0; i++) {
            struct exchange item = {pair[i].gain + split[g].gain, pair[i].into, pair[i].from, g};
            if (item.into != g && item.from != g)
                count = keep(list, count, TRIALS, item);
        }
    return count;
}

static void make_exchange(struct units *units, const struct exchange *exchange,
                          const struct split *split)
{
    for (uint32_t i = 0; i < units->count; i++)
        if (units->group[i] == exchange->from)
            units->group[i] = exchange->into;
    for (uint32_t i = 0; i < split->count; i++)
        if (split->leaves[i])
            units->group[split->unit[i]] = exchange->from;
    refresh(units);
    settle(units);
}

/* Takes the first promising exchange that turns out to gain. `saved`: [count] scratch. */
static int improve_once(bool *improved, struct units *units, uint32_t *saved)
{
    struct exchange list[TRIALS];
    struct split *split = tdg_alloc(units->groups, sizeof *split);
    int status = split ? TDG_OK : TDG_ENOMEM;
    for (uint32_t g = 0; !status && g < units->groups; g++)
        status = find_split(&split[g], units, g);
    size_t count = status ? 0 : promising(list, split, units);
    double before = objective(units);
    *improved = false;
    memcpy(saved, units->group, units->count * sizeof *saved);
    for (size_t i = 0; i < count && !*improved; i++) {
        make_exchange(units, &list[i], &split[list[i].split]);
        *improved = objective(units) > before * (1 + MIN_GAIN);
        if (!*improved) {
            memcpy(units->group, saved, units->count * sizeof *saved);
            refresh(units);
        }
    }
    for (uint32_t g = 0; split && g < units->groups; g++)
        split_done(&split[g]);
    free(split);
    return status;
}

int tdg_leaves_improve(uint32_t *number, uint32_t groups, const double *product, uint32_t leaves)
{
    struct units units = {0};
    uint32_t *saved = tdg_alloc(leaves, sizeof *saved);
    bool improved = true;
    int status = saved ? units_init(&units, leaves, groups, product) : TDG_ENOMEM;
    if (status)
        goto out;
    memcpy(units.group, number, leaves * sizeof *number);
    refresh(&units);
    settle(&units);
    for (unsigned i = 0; !status && improved && i < MAX_EXCHANGES; i++)
        status = improve_once(&improved, &units, saved);
    if (!status)
        memcpy(number, units.group, leaves * sizeof *number);
out:
    units_done(&units);
    free(saved);
    return status;
}
