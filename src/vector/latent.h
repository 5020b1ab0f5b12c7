// SPDX-License-Identifier: GPL-3.0-or-later
/** The latent space of the articles. */
#ifndef TDG_VECTOR_LATENT_H
#define TDG_VECTOR_LATENT_H

#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "vector/vector.h"

struct tdg_latent_options tdg_latent_defaults(void);

/** Rows of U·D of a randomized truncated SVD (Halko, Martinsson and Tropp 2011, algorithms 4.4 and
 * 5.1), scaled to length 1, the largest singular value first; empty rows stay 0. Copies take no
 * part in the fit, but get a row. Without any filled row there are no columns. */
int tdg_latent_build(struct tdg_dense *latent, const struct tdg_matrix *rows,
                     const uint32_t *copy_of, const struct tdg_latent_options *options,
                     struct tdg_workers *workers, const struct tdg_monitor *monitor,
                     struct tdg_error *error);

#endif
