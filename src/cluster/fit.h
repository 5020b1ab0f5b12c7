// SPDX-License-Identifier: GPL-3.0-or-later
/* Inside the stage: what is grouped, and the parts a grouping is made of.
 *
 * Partitions are arrays group[rows] with TDG_NONE for rows that take no part: copies and rows
 * without terms. */
#ifndef TDG_CLUSTER_FIT_H
#define TDG_CLUSTER_FIT_H

#include "cluster/cluster.h"

/** The rows that take part. Input and workers are borrowed. {0} is empty. */
struct tdg_fit {
    const struct tdg_cluster_input *input;
    struct tdg_workers *workers;
    size_t count;
    uint32_t *row;          /* [count] ascending */
    const uint32_t *narrow; /* [groups] subject of a group that few rows were drawn to, else
                               TDG_NONE; borrowed; NULL without seeds */
};

int tdg_fit_init(struct tdg_fit *fit, const struct tdg_cluster_input *input,
                 struct tdg_workers *workers);
void tdg_fit_done(struct tdg_fit *fit);

/** Row of a dense matrix. */
static inline const float *tdg_dense_row(const struct tdg_dense *dense, size_t row)
{
    return dense->value + row * dense->columns;
}

/** sum[groups][columns] = Σ of the dense rows of each group. */
int tdg_group_sums(double *sum, const struct tdg_fit *fit, const struct tdg_dense *dense,
                   const uint32_t *group, uint32_t groups);
/** Makes *product = [groups][groups] of these sums with each other; to be freed by the caller. */
int tdg_group_products(double **product, const struct tdg_fit *fit, const struct tdg_dense *dense,
                       const uint32_t *group, uint32_t groups);
/** size[groups]: rows of each group. */
void tdg_group_sizes(size_t *size, const struct tdg_fit *fit, const uint32_t *group,
                     uint32_t groups);

/** Puts the fitted rows into at most `most` groups, numbered from 0, by merging along the edges of
 * the graph. */
int tdg_merge_neighbours(uint32_t *group, uint32_t *groups, const struct tdg_fit *fit,
                         uint32_t most, const struct tdg_monitor *monitor);

/** Merges of `leaves` groups down to one. {0} is empty. */
struct tdg_tree {
    uint32_t leaves;
    struct tdg_merge {
        uint32_t into, from; /* leaves that name their clusters: into < from, the lowest of each */
        double loss;         /* ≥ 0, of the sum of lengths */
    } * merge;               /* [leaves - 1] in the order they were made */
};

/** product: [leaves][leaves] of the leaves' sums with each other. */
int tdg_tree_build(struct tdg_tree *tree, const double *product, uint32_t leaves);
void tdg_tree_done(struct tdg_tree *tree);
/** Cuts to 1 ≤ groups ≤ leaves: number[leaf] < groups, ascending in the order they first appear. */
void tdg_tree_cut(uint32_t *number, const struct tdg_tree *tree, uint32_t groups);

/** Improves a partition of the leaves by the sum of the lengths of the groups' sums: number[leaf] <
 * groups. Moves leaves, and joins two groups while it splits another one. */
int tdg_leaves_improve(uint32_t *number, uint32_t groups, const double *product, uint32_t leaves);

/** Modularity (Newman and Girvan 2004) of the cuts of the tree into 1 … count groups, curve:
 * [count], count ≤ leaves. */
int tdg_tree_curve(struct tdg_curve_point *curve, size_t count, const struct tdg_tree *tree,
                   const struct tdg_fit *fit, const uint32_t *leaf);
/** Modularity of a partition of the fitted rows; 0 for a graph without edges. */
int tdg_modularity(double *modularity, const struct tdg_fit *fit, const uint32_t *group,
                   uint32_t groups);
/** Index of the best point of the first `most`, the first one in a tie. */
size_t tdg_curve_best(const struct tdg_curve_point *curve, size_t most, double resolution);
/** The smallest number of groups, up to `most`, that reaches a share of the best modularity up to
 * there; 1 where nothing is gained by any. */
uint32_t tdg_curve_choose(const struct tdg_curve_point *curve, size_t most, double resolution,
                          double share);
/** The reason for `groups`; asked: by the user. */
void tdg_curve_explain(char *reason, size_t size, const struct tdg_curve_point *curve, size_t most,
                       uint32_t groups, double resolution, double share, bool asked);

/** One pass each: moves every row where it fits best, *moved: how many. A group without rows never
 * gets any. */
int tdg_pass_centroids(uint32_t *group, size_t *moved, const struct tdg_fit *fit, uint32_t groups);
int tdg_pass_discriminant(uint32_t *group, size_t *moved, const struct tdg_fit *fit,
                          uint32_t groups);
int tdg_pass_words(uint32_t *group, size_t *moved, const struct tdg_fit *fit, uint32_t groups);

/** Fills in closeness and objective, for a partition in grouping->group. */
int tdg_grouping_measure(struct tdg_grouping *grouping, const struct tdg_fit *fit);
/** Fills in weights and second groups: see cluster.h, for a partition in grouping->group. */
int tdg_grouping_weigh(struct tdg_grouping *grouping, const struct tdg_fit *fit);
/** Groups, weights and second groups of copies become those of their originals. */
void tdg_grouping_follow(struct tdg_grouping *grouping, const uint32_t *copy_of);
/** Puts the groups in order by size, then first row, and leaves empty ones out; parents follow. */
int tdg_grouping_renumber(struct tdg_grouping *grouping);

#endif
