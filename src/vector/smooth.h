// SPDX-License-Identifier: GPL-3.0-or-later
/** Rows drawn to their neighbours. */
#ifndef TDG_VECTOR_SMOOTH_H
#define TDG_VECTOR_SMOOTH_H

#include <tidings/error.h>

#include "base/workers.h"
#include "vector/vector.h"

struct tdg_smooth_options tdg_smooth_defaults(void);

/** Rows drawn to their neighbours, the ones that say little themselves the most: in each step
 * z_i <- normalise(strength_i z_i + sum_j Wn_ij z_j), Wn = D^-1/2 W D^-1/2, D the row sums of the
 * graph W. `rows` gives the number of terms. Rows without a term or a neighbour stay. */
int tdg_smooth(struct tdg_dense *smoothed, const struct tdg_dense *latent,
               const struct tdg_matrix *graph, const struct tdg_matrix *rows,
               const struct tdg_smooth_options *options, struct tdg_workers *workers,
               struct tdg_error *error);

#endif
