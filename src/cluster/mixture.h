// SPDX-License-Identifier: GPL-3.0-or-later
/** How much of an article each of its themes explains. */
#ifndef TDG_CLUSTER_MIXTURE_H
#define TDG_CLUSTER_MIXTURE_H

#include <stdint.h>

#include "base/workers.h"
#include "cluster/fit.h"
#include "cluster/grouping.h"
#include "cluster/nb_model.h"
#include "vector/vector.h"

/** Weights of rows in groups that somebody has changed since; copies go where their originals are.
 * On failure the grouping is only good to be freed. TDG_ENOMEM. */
int tdg_grouping_recompute_weights(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                                   const uint32_t *copy_of, struct tdg_workers *workers);

/** Fills in weights and second groups: see grouping.h, for a partition in grouping->group. */
int tdg_grouping_weigh(struct tdg_grouping *grouping, const struct tdg_fit *fit);

/** The weights and second groups of a grouping by a model that knows the words of its rows. */
int tdg_grouping_weigh_by(struct tdg_grouping *grouping, const struct tdg_fit *fit,
                          const struct tdg_nb_model *model);

#endif
