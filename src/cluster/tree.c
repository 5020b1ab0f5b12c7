// SPDX-License-Identifier: GPL-3.0-or-later
/* The merge tree: any two clusters may join, the cheapest pair first, by the spherical Ward
 * criterion |a| + |b| - |a + b|. Lengths and products of sums are all that it needs, and those of
 * a joined cluster are sums of its parts', so the sums themselves are not touched again. */
#include "cluster/tree.h"

#include <gsl/gsl_math.h>
#include <math.h>
#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

struct growing {
    uint32_t leaves;
    double *product; /* [leaves][leaves] of the clusters' sums */
    double *length;  /* [leaves] */
    double *least;   /* [leaves] loss of joining a cluster with the best higher-numbered one … */
    uint32_t *best;  /* [leaves] … which is this; TDG_NONE where there is none */
    bool *alive;     /* [leaves] */
};

void tdg_tree_done(struct tdg_tree *tree)
{
    free(tree->merge);
    *tree = (struct tdg_tree){0};
}

static void growing_done(struct growing *growing)
{
    free(growing->product);
    free(growing->length);
    free(growing->least);
    free(growing->best);
    free(growing->alive);
}

static int growing_init(struct growing *growing, const double *product, uint32_t leaves)
{
    growing->leaves = leaves;
    growing->product = tdg_alloc(leaves, leaves * sizeof *growing->product);
    growing->length = tdg_alloc(leaves, sizeof *growing->length);
    growing->least = tdg_alloc(leaves, sizeof *growing->least);
    growing->best = tdg_alloc(leaves, sizeof *growing->best);
    growing->alive = tdg_alloc(leaves, sizeof *growing->alive);
    if (!growing->product || !growing->length || !growing->least || !growing->best ||
        !growing->alive)
        return TDG_ENOMEM;
    memcpy(growing->product, product, (size_t)leaves * leaves * sizeof *product);
    for (size_t a = 0; a < leaves; a++) {
        growing->alive[a] = true;
        growing->length[a] = sqrt(product[a * leaves + a]);
    }
    return TDG_OK;
}

static double join_loss(const struct growing *growing, uint32_t a, uint32_t b)
{
    double x = growing->length[a], y = growing->length[b];
    double xy = growing->product[(size_t)a * growing->leaves + b];
    return GSL_MAX(x + y - sqrt(GSL_MAX(x * x + y * y + 2 * xy, 0.0)), 0.0);
}

static void look_around(struct growing *growing, uint32_t cluster)
{
    growing->least[cluster] = HUGE_VAL;
    growing->best[cluster] = TDG_NONE;
    for (uint32_t other = cluster + 1; other < growing->leaves; other++) {
        if (!growing->alive[other])
            continue;
        double loss = join_loss(growing, cluster, other);
        if (loss < growing->least[cluster]) {
            growing->least[cluster] = loss;
            growing->best[cluster] = other;
        }
    }
}

static struct tdg_merge cheapest(const struct growing *growing)
{
    uint32_t into = 0;
    for (uint32_t a = 1; a < growing->leaves; a++)
        if (growing->alive[a] && growing->least[a] < growing->least[into])
            into = a;
    return (struct tdg_merge){into, growing->best[into], growing->least[into]};
}

static void join(struct growing *growing, const struct tdg_merge *merge)
{
    size_t leaves = growing->leaves, into = merge->into, from = merge->from;
    double *product = growing->product;
    growing->alive[from] = false;
    for (size_t k = 0; k < leaves; k++)
        product[into * leaves + k] += product[from * leaves + k];
    for (size_t k = 0; k < leaves; k++)
        product[k * leaves + into] += product[k * leaves + from];
    growing->length[into] = sqrt(GSL_MAX(product[into * leaves + into], 0.0));
    look_around(growing, merge->into);
    for (uint32_t k = 0; k < from; k++) {
        if (!growing->alive[k] || k == into)
            continue;
        double loss = k < into ? join_loss(growing, k, merge->into) : HUGE_VAL;
        if (growing->best[k] == merge->into || growing->best[k] == merge->from)
            look_around(growing, k);
        else if (loss < growing->least[k] ||
                 (loss <= growing->least[k] && merge->into < growing->best[k])) {
            growing->least[k] = loss;
            growing->best[k] = merge->into;
        }
    }
}

int tdg_tree_build(struct tdg_tree *tree, const double *product, uint32_t leaves)
{
    struct growing growing = {0};
    struct tdg_tree made = {.leaves = leaves};
    made.merge = tdg_alloc(leaves, sizeof *made.merge);
    int status = made.merge ? growing_init(&growing, product, leaves) : TDG_ENOMEM;
    if (status)
        goto out;
    for (uint32_t a = 0; a < leaves; a++)
        look_around(&growing, a);
    for (uint32_t i = 0; i + 1 < leaves; i++) {
        made.merge[i] = cheapest(&growing);
        join(&growing, &made.merge[i]);
    }
    *tree = made;
    made = (struct tdg_tree){0};
out:
    growing_done(&growing);
    tdg_tree_done(&made);
    return status;
}

void tdg_tree_cut(uint32_t *number, const struct tdg_tree *tree, uint32_t groups)
{
    for (uint32_t leaf = 0; leaf < tree->leaves; leaf++)
        number[leaf] = leaf;
    for (uint32_t i = 0; i < tree->leaves - groups; i++)
        number[tree->merge[i].from] = tree->merge[i].into;
    /* A cluster joins one with a lower number, which has its final one by then. */
    uint32_t next = 0;
    for (uint32_t leaf = 0; leaf < tree->leaves; leaf++)
        number[leaf] = number[leaf] == leaf ? next++ : number[number[leaf]];
}
