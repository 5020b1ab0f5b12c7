// SPDX-License-Identifier: GPL-3.0-or-later
/* How strongly two things that stand side by side belong together, beside tdg_npmi. Counts: of both
 * side by side, of the first, of the second, and of all places. */
#ifndef TDG_TEXT_ASSOCIATION_H
#define TDG_TEXT_ASSOCIATION_H

#include <stdint.h>

#define TDG_MIN_LIKELIHOOD 10.83 /* chi-squared of one degree of freedom, p < .001 */
#define TDG_MIN_NPMI 0.32        /* of two words that belong together */

/* The log-likelihood ratio G² of independence (Dunning, "Accurate Methods for the Statistics of
 * Surprise and Coincidence", 1993), 0 where they meet less often than by chance; distributed as
 * chi-squared with one degree of freedom. */
double tdg_log_likelihood(uint64_t both, uint64_t first, uint64_t second, uint64_t all);

/** Pointwise mutual information scaled to -1 … 1 (Bouma, "Normalized (Pointwise) Mutual Information
 * in Collocation Extraction", 2009), from counts of what has both, the first, the second, and of
 * all; -1 where they never meet. */
double tdg_npmi(uint64_t both, uint64_t first, uint64_t second, uint64_t all);

#endif
