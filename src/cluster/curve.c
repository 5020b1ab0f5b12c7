// SPDX-License-Identifier: GPL-3.0-or-later
/* How many groups? The modularity of the tree's cuts on the graph of neighbours climbs steeply to
 * about the number of subjects that lie apart and is then nearly flat; the smallest number close to
 * the best modularity is what a reader sees. Joining two groups changes the modularity by what
 * links them alone, so the whole curve costs one pass over the edges, for any number of articles.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/plural.h"
#include "cluster/fit.h"

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

static double of_leaves(const struct links *links)
{
    double modularity = 0;
    for (size_t a = 0; a < links->leaves; a++)
        modularity += links->weight[a * links->leaves + a] / links->total - expected(links, a, a);
    return modularity;
}

int tdg_modularity(double *modularity, const struct tdg_fit *fit, const uint32_t *group,
                   uint32_t groups)
{
    struct links links = {0};
    int status = links_init(&links, fit, group, groups);
    if (!status)
        *modularity = links.total > 0 ? of_leaves(&links) : 0;
    free(links.weight);
    free(links.degree);
    return status;
}

/* The gain of joining two clusters, which are one afterwards. */
static double join(struct links *links, size_t into, size_t from)
{
    size_t leaves = links->leaves;
    double gain =
        2 * (links->weight[into * leaves + from] / links->total - expected(links, into, from));
    for (size_t k = 0; k < leaves; k++)
        links->weight[into * leaves + k] += links->weight[from * leaves + k];
    for (size_t k = 0; k < leaves; k++)
        links->weight[k * leaves + into] += links->weight[k * leaves + from];
    links->degree[into] += links->degree[from];
    return gain;
}

int tdg_tree_curve(struct tdg_curve_point *curve, size_t count, const struct tdg_tree *tree,
                   const struct tdg_fit *fit, const uint32_t *leaf)
{
    struct links links = {0};
    int status = links_init(&links, fit, leaf, tree->leaves);
    bool linked = !status && links.total > 0;
    double modularity = linked ? of_leaves(&links) : 0;
    for (uint32_t groups = tree->leaves; !status && groups >= 1; groups--) {
        if (groups <= count)
            curve[groups - 1] = (struct tdg_curve_point){groups, modularity};
        const struct tdg_merge *merge = &tree->merge[tree->leaves - groups];
        if (linked && groups > 1)
            modularity += join(&links, merge->into, merge->from);
    }
    free(links.weight);
    free(links.degree);
    return status;
}

/* Less than this is within what chance makes of a graph without any groups. */
static const double LEAST_MODULARITY = 0.05;

static size_t best_point(const struct tdg_curve_point *curve, size_t most)
{
    size_t best = 0;
    for (size_t i = 1; i < most; i++)
        if (curve[i].modularity > curve[best].modularity)
            best = i;
    return best;
}

uint32_t tdg_curve_choose(const struct tdg_curve_point *curve, size_t most, double share)
{
    double best = curve[best_point(curve, most)].modularity;
    size_t i = 0;
    while (best >= LEAST_MODULARITY && curve[i].modularity < share * best)
        i++;
    return curve[i].groups;
}

/* The decimal point must not be the locale's. */
static unsigned thousandths(double modularity)
{
    return modularity > 0 ? (unsigned)(modularity * 1000 + 0.5) : 0;
}

void tdg_curve_explain(char *reason, size_t size, const struct tdg_curve_point *curve, size_t most,
                       uint32_t groups, double share, bool asked)
{
    size_t best = best_point(curve, most);
    unsigned modularity = thousandths(curve[best].modularity);
    if (asked)
        snprintf(reason, size, "%u %s asked for.", groups,
                 tdg_plural(groups, "theme was", "themes were"));
    else if (curve[best].modularity < LEAST_MODULARITY)
        snprintf(reason, size, "No division into themes stands out, so there is one.");
    else
        snprintf(reason, size,
                 "%u is the smallest number of themes with %u %% of the best modularity, "
                 "0.%03u for %u themes.",
                 groups, (unsigned)(share * 100 + 0.5), modularity, curve[best].groups);
}
