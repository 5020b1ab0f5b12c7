// SPDX-License-Identifier: GPL-3.0-or-later
/** What decided where a row is. */
#ifndef TDG_CLUSTER_EVIDENCE_H
#define TDG_CLUSTER_EVIDENCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

/** The sum over the terms, for one of `groups`. */
double tdg_evidence_sum(const struct tdg_evidence *evidence, size_t group, size_t groups);

/** Learns once more what the last pass had learnt, for rows of counts, which may be copies.
 * counts and copy_of are those that were grouped; evidence: [count], one a row, unchanged on
 * failure. TDG_EINVAL where grouping->before is NULL, TDG_ENOMEM. */
int tdg_word_evidence(struct tdg_evidence *evidence, const uint32_t *row, size_t count,
                      const struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                      const uint32_t *copy_of, struct tdg_workers *workers);

#endif
