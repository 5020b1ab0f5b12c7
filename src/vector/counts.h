// SPDX-License-Identifier: GPL-3.0-or-later
/** From terms to counts. */
#ifndef TDG_VECTOR_COUNTS_H
#define TDG_VECTOR_COUNTS_H

#include <tidings/error.h>

#include "base/workers.h"
#include "text/text.h"
#include "vector/vector.h"

/** Rows of how often each column's term stands in each article (weight = count). */
int tdg_counts_build(struct tdg_matrix *counts, const struct tdg_streams *streams,
                     const struct tdg_vocabulary *vocabulary, struct tdg_workers *workers,
                     struct tdg_error *error);

#endif
