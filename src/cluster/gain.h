// SPDX-License-Identifier: GPL-3.0-or-later
/** Whether a group of rows is a subject of its own. */
#ifndef TDG_CLUSTER_GAIN_H
#define TDG_CLUSTER_GAIN_H

#include <stdint.h>

#include "cluster/grouping.h"
#include "vector/vector.h"

/** How much better rows are explained by a new group of their own than by the best group of a
 * stock, which has learnt them as well: nats, each learnt from all rows but this one. group: [rows]
 * the new groups, below `groups` or TDG_NONE. in: [rows] the group of the stock that has learnt the
 * row, or TDG_NONE. words: [rows] of all terms of the row, of which counts has those that speak.
 * gain: [rows], 0 for rows in no new group. TDG_ENOMEM. */
int tdg_group_gain(double *gain, const struct tdg_matrix *counts, const double *words,
                   const uint32_t *group, uint32_t groups, const uint32_t *in,
                   const struct tdg_nb_counts *stock);

#endif
