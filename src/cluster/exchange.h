// SPDX-License-Identifier: GPL-3.0-or-later
/** Repairs a cut of the merge tree among its leaves. */
#ifndef TDG_CLUSTER_EXCHANGE_H
#define TDG_CLUSTER_EXCHANGE_H

#include <stdint.h>

/** Improves a partition of the leaves by the sum of the lengths of the groups' sums: number[leaf] <
 * groups. Moves leaves, and joins two groups while it splits another one. */
int tdg_leaves_improve(uint32_t *number, uint32_t groups, const double *product, uint32_t leaves);

#endif
