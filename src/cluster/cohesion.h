// SPDX-License-Identifier: GPL-3.0-or-later
/** How much a group keeps to itself. */
#ifndef TDG_CLUSTER_COHESION_H
#define TDG_CLUSTER_COHESION_H

#include "cluster/grouping.h"
#include "vector/vector.h"

/** Fills in grouping->cohesion: how much more of a group's edges stay inside it than of as many
 * edges between any rows, (inside - expected) / (1 - expected) with both as shares: 1 where all do.
 * NAN for a group without edges, and for all there is. TDG_ENOMEM. */
int tdg_grouping_cohere(struct tdg_grouping *grouping, const struct tdg_matrix *graph);

#endif
