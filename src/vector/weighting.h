// SPDX-License-Identifier: GPL-3.0-or-later
/** From counts to weights. */
#ifndef TDG_VECTOR_WEIGHTING_H
#define TDG_VECTOR_WEIGHTING_H

#include <tidings/error.h>

#include "base/workers.h"
#include "vector/vector.h"

/** Rows weighted by the option's method and scaled to length 1; a row without terms stays empty.
 * rows->columns leaves out the phrases, which say again what their words say (with them V of
 * newsgroups20 and agnews was lower by .02). */
int tdg_weigh(struct tdg_matrix *rows, const struct tdg_matrix *counts,
              const struct tdg_vocabulary *vocabulary, const struct tdg_vector_options *options,
              struct tdg_workers *workers, struct tdg_error *error);

#endif
