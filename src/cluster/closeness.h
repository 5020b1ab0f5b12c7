// SPDX-License-Identifier: GPL-3.0-or-later
/** How close rows are to the centroid of their group. */
#ifndef TDG_CLUSTER_CLOSENESS_H
#define TDG_CLUSTER_CLOSENESS_H

#include "cluster/fit.h"
#include "cluster/grouping.h"

/** Fills in closeness and objective, for a partition in grouping->group. */
int tdg_grouping_measure(struct tdg_grouping *grouping, const struct tdg_fit *fit);

#endif
