// SPDX-License-Identifier: GPL-3.0-or-later
/* From rows to groups: build the tree, choose how many, cut, let single rows move, number. */
#include "cluster/cluster.h"

#include <gsl/gsl_math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "cluster/closeness.h"
#include "cluster/cohesion.h"
#include "cluster/curve.h"
#include "cluster/discriminant.h"
#include "cluster/exchange.h"
#include "cluster/fit.h"
#include "cluster/group_count.h"
#include "cluster/guided.h"
#include "cluster/linear.h"
#include "cluster/merge.h"
#include "cluster/mixture.h"
#include "cluster/nb_model.h"
#include "cluster/renumber.h"
#include "cluster/seeds.h"
#include "cluster/tree.h"
#include "vector/vector.h"

enum {
    MAX_GROUPS = 4096,
    MIN_A_GROUP = 4, /* rows, on average, where the number is chosen */
};

struct tdg_cluster_options tdg_cluster_defaults(void)
{
    return (struct tdg_cluster_options){
        .groups = 0,
        .max_groups = 80,
        .leaves = 600,
        .centroid_passes = 5,
        .discriminant_passes = 2,
        .word_passes = 1,
        .theme_share = 0.97,
        .parent_share = 0.9,
        .coarse_share = 0.95,
        .resolution = 1,
    };
}

/* Leaves, those of the given subjects apart, and the tree over the others. */
struct hierarchy {
    struct tdg_leaves leaves;
    struct tdg_guided guided;
    struct tdg_tree tree;
};

static void hierarchy_done(struct hierarchy *hierarchy)
{
    free(hierarchy->leaves.leaf);
    free(hierarchy->leaves.product);
    tdg_guided_done(&hierarchy->guided);
    tdg_tree_done(&hierarchy->tree);
}

static int grow(struct hierarchy *hierarchy, const struct tdg_fit *fit,
                const struct tdg_cluster_options *options, const struct tdg_monitor *monitor)
{
    size_t rows = fit->input->counts->rows;
    uint32_t most = GSL_MAX(options->leaves, 2 * options->groups);
    struct tdg_leaves *leaves = &hierarchy->leaves;
    leaves->leaf = tdg_alloc(rows, sizeof *leaves->leaf);
    if (!leaves->leaf)
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        leaves->leaf[i] = TDG_NONE;
    int status =
        tdg_merge_neighbours(leaves->leaf, &leaves->count, fit, GSL_MAX(most, 1U), monitor);
    if (!status)
        status = tdg_group_products(&leaves->product, fit, fit->input->smoothed, leaves->leaf,
                                    leaves->count);
    if (!status)
        status = tdg_guided_part(&hierarchy->guided, fit, leaves);
    if (!status && leaves->count)
        status = tdg_tree_build(&hierarchy->tree, leaves->product, leaves->count);
    return status;
}

/* A resolution above 1 finds groups in anything, random words among them, where the best modularity
 * is lower than this. */
static const double MIN_RESOLVED = 0.25;

/* What a title says is little, and twenty titles about one thing are a story. So with rows of few
 * different terms, by the median, a group takes more rows; in between in proportion. */
enum { FEW_TERMS = 12, MANY_TERMS = 100, ROWS_OF_FEW = 40, ROWS_OF_MANY = 15 };

static int compare_sizes(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* The rows that a group has on average, at least, at a resolution above 1. */
static int min_rows(size_t *fewest, const struct tdg_fit *fit)
{
    const struct tdg_matrix *counts = fit->input->counts;
    size_t *terms = tdg_alloc(fit->count, sizeof *terms);
    if (!terms)
        return TDG_ENOMEM;
    for (size_t p = 0; p < fit->count; p++)
        terms[p] = counts->begin[fit->row[p] + 1] - counts->begin[fit->row[p]];
    qsort(terms, fit->count, sizeof *terms, compare_sizes);
    size_t median = GSL_MIN(GSL_MAX(terms[fit->count / 2], (size_t)FEW_TERMS), (size_t)MANY_TERMS);
    *fewest = ROWS_OF_FEW -
              (ROWS_OF_FEW - ROWS_OF_MANY) * (median - FEW_TERMS) / (MANY_TERMS - FEW_TERMS);
    free(terms);
    return TDG_OK;
}

/* Takes the number that the resolution of the options finds, where that is to be trusted and more
 * than the usual one; what the usual one would be is the number of parents. */
static int resolve(struct tdg_grouping *grouping, size_t *most, const struct tdg_fit *fit,
                   const struct tdg_cluster_options *options)
{
    const struct tdg_curve_point *curve = grouping->curve;
    double resolution = options->resolution;
    size_t fewest = 1;
    int status = min_rows(&fewest, fit);
    if (status)
        return status;
    size_t limit = GSL_MAX(GSL_MIN(*most, fit->count / fewest), (size_t)1);
    size_t best = tdg_curve_best(curve, limit, resolution);
    uint32_t groups = tdg_curve_choose(curve, limit, resolution, options->theme_share);
    if (tdg_curve_value(&curve[best], resolution) < MIN_RESOLVED || groups <= grouping->groups)
        return TDG_OK;
    grouping->coarse = tdg_curve_choose(curve, *most, 1, options->coarse_share);
    grouping->groups = groups;
    grouping->resolution = resolution;
    *most = limit;
    return TDG_OK;
}

/* The curve is judged up to the number that may be chosen, and drawn up to the one asked for. */
static int choose(struct tdg_grouping *grouping, const struct hierarchy *hierarchy,
                  const struct tdg_cluster_options *options)
{
    const struct tdg_fit *fit = &hierarchy->guided.rest;
    const struct tdg_tree *tree = &hierarchy->tree;
    size_t fewest = MIN_A_GROUP;
    int status = options->sparing ? min_rows(&fewest, fit) : TDG_OK;
    if (options->sparing)
        fewest = GSL_MAX(fewest / 2, (size_t)MIN_A_GROUP);
    size_t most = GSL_MIN(fit->count / fewest, (size_t)options->max_groups);
    most = GSL_MAX(GSL_MIN(most, (size_t)tree->leaves), (size_t)1);
    grouping->groups = GSL_MIN(options->groups, tree->leaves);
    grouping->curve_count = GSL_MAX(most, (size_t)grouping->groups);
    grouping->curve = tdg_alloc(grouping->curve_count, sizeof *grouping->curve);
    if (!grouping->curve)
        return TDG_ENOMEM;
    if (!status)
        status = tdg_tree_curve(grouping->curve, grouping->curve_count, tree, fit,
                                hierarchy->leaves.leaf);
    if (!status && !grouping->groups) {
        grouping->groups = tdg_curve_choose(grouping->curve, most, 1, options->theme_share);
        status = options->resolution > 1 ? resolve(grouping, &most, fit, options) : TDG_OK;
    }
    if (!status)
        grouping->count =
            tdg_curve_count(grouping->curve, most, grouping->groups, grouping->resolution,
                            options->theme_share, options->groups != 0);
    if (!status && options->sparing && fit->count < 2 * fewest)
        grouping->count = (struct tdg_group_count){
            .by = TDG_COUNT_FEW_ROWS, .rows = fit->count, .min_rows = fewest};
    return status;
}

/* group: [rows] of those that are in the tree. */
static int cut(uint32_t *group, uint32_t groups, const struct hierarchy *hierarchy)
{
    const struct tdg_fit *fit = &hierarchy->guided.rest;
    const struct tdg_leaves *leaves = &hierarchy->leaves;
    const struct tdg_tree *tree = &hierarchy->tree;
    uint32_t *number = tdg_alloc(tree->leaves, sizeof *number);
    if (!number)
        return TDG_ENOMEM;
    tdg_tree_cut(number, tree, groups);
    int status = tdg_leaves_improve(number, groups, leaves->product, tree->leaves);
    for (size_t p = 0; !status && p < fit->count; p++)
        group[fit->row[p]] = number[leaves->leaf[fit->row[p]]];
    free(number);
    return status;
}

static int find_groups(struct tdg_grouping *grouping, const struct hierarchy *hierarchy,
                       const struct tdg_cluster_options *options)
{
    if (!hierarchy->leaves.count) {
        grouping->count.by = TDG_COUNT_SEEDS;
        return TDG_OK;
    }
    int status = choose(grouping, hierarchy, options);
    return status ? status : cut(grouping->group, grouping->groups, hierarchy);
}

typedef int (*pass_function)(uint32_t *group, size_t *moved, const struct tdg_fit *fit,
                             uint32_t groups);

static int move_rows(struct tdg_grouping *grouping, const struct tdg_fit *fit,
                     const struct tdg_guided *guided, const struct tdg_cluster_options *options,
                     const struct tdg_monitor *monitor)
{
    const struct {
        pass_function pass;
        unsigned times;
        uint32_t *before; /* where the partition that the pass begins with is kept, or NULL */
    } plan[] = {
        {tdg_pass_centroids, options->centroid_passes, NULL},
        {tdg_pass_discriminant, options->discriminant_passes, NULL},
        {tdg_pass_words, options->word_passes, grouping->before},
    };
    int status = TDG_OK;
    struct tdg_fit seeded = *fit;
    seeded.narrow = guided->narrow;
    for (size_t i = 0; !status && i < sizeof plan / sizeof *plan; i++) {
        size_t moved = 1;
        for (unsigned time = 0; !status && moved && time < plan[i].times; time++) {
            tdg_guided_restore(grouping->group, guided, fit);
            if (plan[i].before)
                memcpy(plan[i].before, grouping->group, grouping->rows * sizeof *grouping->group);
            status = plan[i].pass(grouping->group, &moved, &seeded, grouping->groups);
            if (!status)
                status = tdg_progress(monitor, "cluster", fit->count, fit->count);
        }
    }
    return status;
}

static void swap(uint32_t **one, uint32_t **other)
{
    uint32_t *kept = *one;
    *one = *other;
    *other = kept;
}

static void go_on_with(struct tdg_grouping *found, struct tdg_grouping *known)
{
    swap(&found->group, &known->group);
    swap(&found->before, &known->before);
    found->groups = known->groups;
    found->count.by = TDG_COUNT_KNOWN;
}

/* The known partition takes the place of the one that was found where it is about as good. What it
 * does not have begins in its first group and moves from there. */
static int prefer_known(struct tdg_grouping *found, const struct tdg_fit *fit,
                        const struct tdg_guided *guided, const struct tdg_cluster_options *options,
                        const struct tdg_monitor *monitor)
{
    const struct tdg_known_groups *input = fit->input->known;
    struct tdg_grouping known = {.groups = input->groups};
    double new_modularity = 0, modularity = 0;
    int status = tdg_grouping_rows(&known, found->rows, found->before != NULL);
    for (size_t p = 0; !status && p < fit->count; p++) {
        uint32_t group = input->group[fit->row[p]];
        known.group[fit->row[p]] = group == TDG_NONE ? 0 : group;
    }
    if (!status)
        status = move_rows(&known, fit, guided, options, monitor);
    if (!status)
        status = tdg_modularity(&new_modularity, fit, found->group, found->groups);
    if (!status)
        status = tdg_modularity(&modularity, fit, known.group, known.groups);
    if (!status && modularity >= options->theme_share * new_modularity)
        go_on_with(found, &known);
    tdg_grouping_done(&known);
    return status;
}

/* Groups join to parents as leaves do to groups. The level is of use where it is clearly shorter
 * than the one below: by a third. */
static int find_parents(struct tdg_grouping *grouping, const struct tdg_fit *fit,
                        const struct tdg_cluster_options *options)
{
    uint32_t groups = grouping->groups;
    struct tdg_tree tree = {0};
    double *product = NULL;
    struct tdg_curve_point *curve = tdg_alloc(groups, sizeof *curve);
    grouping->parent = tdg_alloc(groups, sizeof *grouping->parent);
    int status = curve && grouping->parent ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_group_products(&product, fit, fit->input->smoothed, grouping->group, groups);
    if (!status)
        status = tdg_tree_build(&tree, product, groups);
    if (!status)
        status = tdg_tree_curve(curve, groups, &tree, fit, grouping->group);
    if (!status) {
        uint32_t parents = tdg_curve_choose(curve, groups, 1, options->parent_share);
        grouping->parents = 3 * parents <= 2 * groups ? parents : groups;
        tdg_tree_cut(grouping->parent, &tree, grouping->parents);
    }
    tdg_tree_done(&tree);
    free(product);
    free(curve);
    return status;
}

/* The parent of a group is that of the coarser groups which holds most of its rows, the first one
 * in a tie. Groups of subjects that were given are their own. */
static void elect_parents(struct tdg_grouping *grouping, size_t *votes, const struct tdg_fit *fit,
                          const uint32_t *coarse)
{
    uint32_t groups = grouping->groups, parents = grouping->coarse;
    for (size_t p = 0; p < fit->count; p++)
        votes[(size_t)grouping->group[fit->row[p]] * parents + coarse[fit->row[p]]]++;
    grouping->parents = parents;
    for (uint32_t g = 0; g < groups; g++) {
        const size_t *own = votes + (size_t)g * parents;
        uint32_t best = 0;
        for (uint32_t p = 1; p < parents; p++)
            if (own[p] > own[best])
                best = p;
        bool given = grouping->subject && grouping->subject[g] != TDG_NONE;
        grouping->parent[g] = given ? grouping->parents++ : best;
    }
}

/* The same tree, cut into fewer groups, whose rows move once; with more passes the AMI of the
 * parents was the same on six corpora. */
static int find_coarse_parents(struct tdg_grouping *grouping, const struct hierarchy *hierarchy)
{
    const struct tdg_fit *fit = &hierarchy->guided.rest;
    struct tdg_grouping coarse = {0};
    size_t moved;
    size_t *votes = tdg_alloc(grouping->groups, grouping->coarse * sizeof *votes);
    grouping->parent = tdg_alloc(grouping->groups, sizeof *grouping->parent);
    int status = votes && grouping->parent ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_grouping_rows(&coarse, grouping->rows, false);
    if (!status)
        status = cut(coarse.group, grouping->coarse, hierarchy);
    if (!status)
        status = tdg_pass_centroids(coarse.group, &moved, fit, grouping->coarse);
    if (!status)
        elect_parents(grouping, votes, fit, coarse.group);
    tdg_grouping_done(&coarse);
    free(votes);
    return status;
}

static int group_rows(struct tdg_grouping *grouping, const struct tdg_fit *fit,
                      const struct tdg_cluster_options *options, const struct tdg_monitor *monitor)
{
    struct hierarchy hierarchy = {0};
    int status = grow(&hierarchy, fit, options, monitor);
    if (!status)
        status = find_groups(grouping, &hierarchy, options);
    if (!status)
        status = tdg_guided_join(grouping, &hierarchy.guided, fit);
    if (!status)
        status = move_rows(grouping, fit, &hierarchy.guided, options, monitor);
    if (!status && fit->input->known && fit->input->known->groups && !fit->input->seeds)
        status = prefer_known(grouping, fit, &hierarchy.guided, options, monitor);
    if (!status)
        status = grouping->coarse ? find_coarse_parents(grouping, &hierarchy)
                                  : find_parents(grouping, fit, options);
    if (!status)
        status = tdg_grouping_measure(grouping, fit);
    if (!status)
        status = tdg_grouping_weigh(grouping, fit);
    hierarchy_done(&hierarchy);
    return status;
}

/* A copy of a copy stands with the first of them. */
static void place_copies(struct tdg_grouping *grouping, const uint32_t *copy_of)
{
    for (size_t i = 0; copy_of && i < grouping->rows; i++) {
        if (copy_of[i] == TDG_NONE)
            continue;
        size_t original = copy_of[i];
        while (copy_of[original] != TDG_NONE)
            original = copy_of[original];
        grouping->group[i] = grouping->group[original];
        grouping->weight[i] = grouping->weight[original];
        grouping->closeness[i] = grouping->closeness[original];
        grouping->second[i] = grouping->second[original];
        grouping->second_weight[i] = grouping->second_weight[original];
        if (grouping->before)
            grouping->before[i] = grouping->before[original];
    }
}

static int check(const struct tdg_cluster_input *input, const struct tdg_cluster_options *options,
                 struct tdg_error *error)
{
    size_t rows = input->counts->rows;
    if (rows >= TDG_NONE)
        return tdg_fail(error, TDG_ELIMIT, "too many rows to cluster");
    if (input->graph->rows != rows || input->latent->rows != rows || input->smoothed->rows != rows)
        return tdg_fail(error, TDG_EINVAL,
                        "the inputs of the clustering have different numbers of rows");
    if (options->groups == 0 && options->max_groups == 0)
        return tdg_fail(error, TDG_EINVAL, "the largest number of groups must be at least 1");
    return TDG_OK;
}

int tdg_cluster(struct tdg_grouping *grouping, const struct tdg_cluster_input *input,
                const struct tdg_cluster_options *options, struct tdg_workers *workers,
                const struct tdg_monitor *monitor, struct tdg_error *error)
{
    int status = check(input, options, error);
    if (status)
        return status;
    struct tdg_cluster_options used = *options;
    struct tdg_grouping made = {.resolution = 1};
    struct tdg_fit fit = {0};
    status = tdg_fit_init(&fit, input, workers);
    used.groups = (uint32_t)GSL_MIN((size_t)used.groups, fit.count);
    if (!status && used.groups > MAX_GROUPS)
        status = TDG_ELIMIT;
    if (!status)
        status = tdg_grouping_rows(&made, input->counts->rows, used.word_passes > 0);
    if (!status && fit.count)
        status = group_rows(&made, &fit, &used, monitor);
    else if (!status)
        made.count.by = TDG_COUNT_NO_WORDS;
    if (!status) {
        place_copies(&made, input->copy_of);
        status = tdg_grouping_renumber(&made);
        if (!status)
            status = tdg_grouping_cohere(&made, input->graph);
    }
    tdg_fit_done(&fit);
    if (status) {
        tdg_grouping_done(&made);
        return status == TDG_ELIMIT
                   ? tdg_fail(error, status, "more than %d groups cannot be made", MAX_GROUPS)
                   : tdg_fail(error, status, "%s", tdg_status_text(status));
    }
    *grouping = made;
    return TDG_OK;
}
