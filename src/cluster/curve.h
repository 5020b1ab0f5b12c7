// SPDX-License-Identifier: GPL-3.0-or-later
/** How many groups there are. */
#ifndef TDG_CLUSTER_CURVE_H
#define TDG_CLUSTER_CURVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cluster/fit.h"
#include "cluster/group_count.h"
#include "cluster/grouping.h"

/** Modularity at a resolution (Reichardt and Bornholdt 2006), of which 1 is the usual one: the
 * higher, the smaller are the groups of the best number. */
double tdg_curve_value(const struct tdg_curve_point *point, double resolution);

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

/** How `groups` came about; asked: by the user. */
struct tdg_group_count tdg_curve_count(const struct tdg_curve_point *curve, size_t most,
                                       uint32_t groups, double resolution, double share,
                                       bool asked);

#endif
