// SPDX-License-Identifier: GPL-3.0-or-later
/** New rows into groups that are there. */
#ifndef TDG_CLUSTER_PLACE_H
#define TDG_CLUSTER_PLACE_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

/** How much the words of each row speak for the group it is in, against the whole, learnt from all
 * other rows: nats a word; 0 for rows without a group and for copies. evidence: [rows]. TDG_ENOMEM.
 */
int tdg_grouping_evidence(float *evidence, const struct tdg_grouping *grouping,
                          const struct tdg_matrix *counts, const uint32_t *copy_of,
                          struct tdg_workers *workers);

/** Puts new rows into groups that are there, by their words alone: the group they are most likely
 * in, as the last pass of tdg_cluster has it, with weights and second group. What is placed is not
 * learnt from, so neither the order nor the company of the rows makes a difference but for the
 * weights. given: [rows] the group of a row that has one already, else TDG_NONE; may be NULL.
 * counts: of terms of the stock. grouping: {0} before. TDG_ENOMEM. */
int tdg_place_rows(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                   const uint32_t *given, const struct tdg_nb_counts *stock,
                   struct tdg_workers *workers);

/** Fills in leads: [rows], with their groups. TDG_ENOMEM. */
int tdg_nb_counts_leads(struct tdg_lead *leads, const struct tdg_matrix *counts,
                        const struct tdg_nb_counts *stock, struct tdg_workers *workers);

/** How much each term of one row of counts speaks for each group of a stock, as for
 * tdg_word_evidence. evidence->value is to be freed. TDG_ENOMEM. */
int tdg_nb_counts_evidence(struct tdg_evidence *evidence, const struct tdg_matrix *counts,
                           size_t row, const struct tdg_nb_counts *stock,
                           struct tdg_workers *workers);

/** One more pass by words over a partition that somebody else has made: every row with counts goes
 * where its words speak most. Fills in the weights, for copies as well. A group may lose all of its
 * rows. On failure the grouping is only good to be freed. TDG_ENOMEM. */
int tdg_grouping_reassign(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                          const uint32_t *copy_of, struct tdg_workers *workers);

#endif
