// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_CLUSTER_CHOLESKY_H
#define TDG_CLUSTER_CHOLESKY_H

#include <stddef.h>

/** Replaces the lower half of a positive definite matrix [size][size] by its Cholesky factor. GSL
 * would leave the order of the sums to BLAS, and so the last bits to the processor. */
void tdg_cholesky(double *matrix, size_t size);

/** Solves the system for one right side, in place; factor: from tdg_cholesky. */
void tdg_cholesky_solve(double *side, const double *factor, size_t size);

#endif
