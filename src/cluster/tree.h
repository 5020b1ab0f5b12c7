// SPDX-License-Identifier: GPL-3.0-or-later
/** The merge tree. */
#ifndef TDG_CLUSTER_TREE_H
#define TDG_CLUSTER_TREE_H

#include <stdint.h>

#include "cluster/fit.h"

/** product: [leaves][leaves] of the leaves' sums with each other. */
int tdg_tree_build(struct tdg_tree *tree, const double *product, uint32_t leaves);
void tdg_tree_done(struct tdg_tree *tree);

/** Cuts to 1 ≤ groups ≤ leaves: number[leaf] < groups, ascending in the order they first appear. */
void tdg_tree_cut(uint32_t *number, const struct tdg_tree *tree, uint32_t groups);

#endif
