// SPDX-License-Identifier: GPL-3.0-or-later
/** The terms of groups, ranked. */
#ifndef TDG_LABEL_RANK_H
#define TDG_LABEL_RANK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/workers.h"
#include "label/groups.h"
#include "vector/vector.h"

/** The `wanted` of each is given. TDG_ENOMEM. */
int tdg_rankings_build(struct tdg_rankings *rankings, const struct tdg_members *members,
                       const struct tdg_matrix *counts, const struct tdg_stems *stems,
                       const struct tdg_traits *traits, struct tdg_workers *workers);
void tdg_rankings_done(struct tdg_rankings *rankings);
void tdg_ranking_done(struct tdg_ranking *ranking);

/** True where two terms have a word in common. */
bool tdg_stems_overlap(const struct tdg_stems *stems, uint32_t column, uint32_t other);

#endif
