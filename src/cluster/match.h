// SPDX-License-Identifier: GPL-3.0-or-later
/** Optimal assignment. */
#ifndef TDG_CLUSTER_MATCH_H
#define TDG_CLUSTER_MATCH_H

#include <stdint.h>

/** Matches groups of two groupings one to one, so that most is shared: match[one] = the other or
 * TDG_NONE, for the largest sum of shared[one][other] (ones × others, ≥ 0); pairs that share
 * nothing are not matched. In a tie the lower numbers go together. TDG_ENOMEM. */
int tdg_match_groups(uint32_t *match, const double *shared, uint32_t ones, uint32_t others);

#endif
