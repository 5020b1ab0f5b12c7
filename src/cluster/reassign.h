// SPDX-License-Identifier: GPL-3.0-or-later
/** Takes back moves for which no words speak. */
#ifndef TDG_CLUSTER_REASSIGN_H
#define TDG_CLUSTER_REASSIGN_H

#include <stdint.h>

#include "base/workers.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

/** Takes rows back that a fit has moved for no word of theirs: a row goes to the group back[row],
 * which may be TDG_NONE, where its words speak no less for that one than for the one it is in, both
 * learnt from all other rows. Weights, copies and failure as for tdg_grouping_reassign. */
int tdg_grouping_reassign_if_not_worse(struct tdg_grouping *grouping, const uint32_t *back,
                                       const struct tdg_matrix *counts, const uint32_t *copy_of,
                                       struct tdg_workers *workers);

#endif
