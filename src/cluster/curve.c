// SPDX-License-Identifier: GPL-3.0-or-later
/* How many groups? The modularity of the tree's cuts on the graph of neighbours climbs steeply to
 * about the number of subjects that lie apart and is then nearly flat; the smallest number close to
 * the best modularity is what a reader sees. Joining two groups changes the modularity by what
 * links them alone, so the whole curve costs one pass over the edges, for any number of articles.
 */
#include "cluster/curve.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "vector/vector.h"

struct links {
    uint32_t leaves;
    double *weight; /* [leaves][leaves] of the edges between two clusters, both directions */
    double *degree; /* [leaves] */
    double total;
};

static int links_init(struct links *links, const struct tdg_fit *fit, const uint32_t *leaf,
                      uint32_t leaves)
{
    const struct tdg_matrix *graph = fit->input->graph;
    links->leaves = leaves;
    links->weight = tdg_alloc(leaves, leaves * sizeof *links->weight);
    links->degree = tdg_alloc(leaves, sizeof *links->degree);
    if (!links->weight || !links->degree)
        return TDG_ENOMEM;
    for (size_t p = 0; p < fit->count; p++) {
        size_t row = fit->row[p];
        double *weight = links->weight + (size_t)leaf[row] * leaves;
        for (size_t at = graph->begin[row]; at < graph->begin[row + 1]; at++)
            if (leaf[graph->column[at]] != TDG_NONE)
                weight[leaf[graph->column[at]]] += (double)graph->weight[at];
    }
    for (size_t a = 0; a < leaves; a++) {
        for (size_t b = 0; b < leaves; b++)
            links->degree[a] += links->weight[a * leaves + b];
        links->total += links->degree[a];
    }
    return TDG_OK;
}

static double expected(const struct links *links, size_t a, size_t b)
{
    return links->degree[a] / links->total * links->degree[b] / links->total;
}

/* Of the clusters as they are. */
static struct tdg_curve_point of_leaves(const struct links *links)
{
    struct tdg_curve_point point = {.groups = links->leaves};
    for (size_t a = 0; a < links->leaves && links->total > 0; a++) {
        double share = expected(links, a, a);
        point.modularity += links->weight[a * links->leaves + a] / links->total - share;
        point.expected += share;
    }
    return point;
}

double tdg_curve_value(const struct tdg_curve_point *point, double resolution)
{
    return point->modularity - (resolution - 1) * point->expected;
}

int tdg_modularity(double *modularity, const struct tdg_fit *fit, const uint32_t *group,
                   uint32_t groups)
{
    struct links links = {0};
    int status = links_init(&links, fit, group, groups);
    if (!status)
        *modularity = of_leaves(&links).modularity;
    free(links.weight);
    free(links.degree);
    return status;
}

/* Joins two clusters, which are one afterwards: what that changes in the point. */
static void join(struct tdg_curve_point *point, struct links *links, size_t into, size_t from)
{
    size_t leaves = links->leaves;
    double share = expected(links, into, from);
    point->modularity += 2 * (links->weight[into * leaves + from] / links->total - share);
    point->expected += 2 * share;
    for (size_t k = 0; k < leaves; k++)
        links->weight[into * leaves + k] += links->weight[from * leaves + k];
    for (size_t k = 0; k < leaves; k++)
        links->weight[k * leaves + into] += links->weight[k * leaves + from];
    links->degree[into] += links->degree[from];
}

int tdg_tree_curve(struct tdg_curve_point *curve, size_t count, const struct tdg_tree *tree,
                   const struct tdg_fit *fit, const uint32_t *leaf)
{
    struct links links = {0};
    int status = links_init(&links, fit, leaf, tree->leaves);
    struct tdg_curve_point point = {0};
    if (!status)
        point = of_leaves(&links);
    for (uint32_t groups = tree->leaves; !status && groups >= 1; groups--) {
        point.groups = groups;
        if (groups <= count)
            curve[groups - 1] = point;
        const struct tdg_merge *merge = &tree->merge[tree->leaves - groups];
        if (links.total > 0 && groups > 1)
            join(&point, &links, merge->into, merge->from);
    }
    free(links.weight);
    free(links.degree);
    return status;
}

/* Less than this is within what chance makes of a graph without any groups. */
static const double MIN_MODULARITY = 0.05;

size_t tdg_curve_best(const struct tdg_curve_point *curve, size_t most, double resolution)
{
    size_t best = 0;
    for (size_t i = 1; i < most; i++)
        if (tdg_curve_value(&curve[i], resolution) > tdg_curve_value(&curve[best], resolution))
            best = i;
    return best;
}

uint32_t tdg_curve_choose(const struct tdg_curve_point *curve, size_t most, double resolution,
                          double share)
{
    size_t i = 0, best = tdg_curve_best(curve, most, resolution);
    double value = tdg_curve_value(&curve[best], resolution);
    while (value >= MIN_MODULARITY && tdg_curve_value(&curve[i], resolution) < share * value)
        i++;
    return curve[i].groups;
}

struct tdg_group_count tdg_curve_count(const struct tdg_curve_point *curve, size_t most,
                                       uint32_t groups, double resolution, double share, bool asked)
{
    const struct tdg_curve_point *best = &curve[tdg_curve_best(curve, most, resolution)];
    double value = tdg_curve_value(best, resolution);
    return (struct tdg_group_count){
        .by = asked                    ? TDG_COUNT_ASKED
              : value < MIN_MODULARITY ? TDG_COUNT_NO_GROUPS
                                       : TDG_COUNT_MODULARITY,
        .groups = groups,
        .share = share,
        .resolution = resolution,
        .best = value,
        .best_groups = best->groups,
    };
}
