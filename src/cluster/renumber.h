// SPDX-License-Identifier: GPL-3.0-or-later
/** Groups and parents in their order. */
#ifndef TDG_CLUSTER_RENUMBER_H
#define TDG_CLUSTER_RENUMBER_H

#include "cluster/grouping.h"

/** Puts the parents in order again after groups have changed theirs, and leaves out those without
 * groups. TDG_ENOMEM. */
int tdg_grouping_sort_parents(struct tdg_grouping *grouping);

/** Puts the groups in order by size, then first row, and leaves empty ones out; parents follow. */
int tdg_grouping_renumber(struct tdg_grouping *grouping);

#endif
