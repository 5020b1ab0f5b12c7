// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/cluster: what is grouped, and the parts a grouping is made of.
 *
 * Partitions are arrays group[rows] with TDG_NONE for rows that take no part: copies and rows
 * without terms. */
#ifndef TDG_CLUSTER_FIT_H
#define TDG_CLUSTER_FIT_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

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

/** Merges of `leaves` groups down to one. {0} is empty. */
struct tdg_tree {
    uint32_t leaves;
    struct tdg_merge {
        uint32_t into, from; /* leaves that name their clusters: into < from, the lowest of each */
        double loss;         /* ≥ 0, of the sum of lengths */
    } * merge;               /* [leaves - 1] in the order they were made */
};

#endif
