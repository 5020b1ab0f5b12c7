// SPDX-License-Identifier: GPL-3.0-or-later
/** What short articles are about, by vectors of words. */
#ifndef TDG_VECTOR_MEANING_H
#define TDG_VECTOR_MEANING_H

#include <tidings/error.h>

#include "base/workers.h"
#include "vector/vector.h"

void tdg_meaning_done(struct tdg_meaning *meaning);

/** Of an article the vectors of its words, added up by their weights, less what all short articles
 * have in common: the mean, and the direction in which they differ most (after Arora, Liang and Ma
 * 2017, "A simple but tough-to-beat baseline for sentence embeddings"). Stays {0} where this build
 * has no vectors, or hardly any article is short and English. Copies have none. TDG_ENOMEM. */
int tdg_meaning_build(struct tdg_meaning *meaning, const struct tdg_meaning_input *input,
                      struct tdg_workers *workers, struct tdg_error *error);

/** Replaces rows of length 1 by (sqrt(1 - w) row, sqrt(w) e), w = .1 share, of the same length.
 * TDG_ENOMEM. */
int tdg_meaning_join(struct tdg_dense *rows, const struct tdg_meaning *meaning,
                     struct tdg_error *error);

#endif
