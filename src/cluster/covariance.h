// SPDX-License-Identifier: GPL-3.0-or-later
/* Inside the stage: covariances, and systems of equations with them. */
#ifndef TDG_CLUSTER_COVARIANCE_H
#define TDG_CLUSTER_COVARIANCE_H

#include "cluster/fit.h"

/** Covariance within the groups of the rows (smoothed, latent) / √2 about their groups' means,
 * within: [columns][columns], mean: [groups][columns], columns: of both together. Above 50,000 rows
 * it is estimated from that many, evenly spread. */
int tdg_covariance_within(double *within, const struct tdg_fit *fit, const uint32_t *group,
                          const double *mean);

/** Replaces the lower half of a positive definite matrix [size][size] by its Cholesky factor. GSL
 * would leave the order of the sums to BLAS, and so the last bits to the processor. */
void tdg_cholesky(double *matrix, size_t size);
/** Solves the system for one right side, in place; factor: from tdg_cholesky. */
void tdg_cholesky_solve(double *side, const double *factor, size_t size);

#endif
