// SPDX-License-Identifier: GPL-3.0-or-later
/** Terms that stand close to each other. */
#ifndef TDG_LABEL_WINDOW_H
#define TDG_LABEL_WINDOW_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "label/pairs.h"
#include "text/text.h"

/** Coherence as gensim's c_npmi has it, of lists of terms over articles whose bodies are tokens
 * separated by blanks: see tdg_score_terms. terms: [themes][top] numbers in `streams` or TDG_NONE
 * for a term that is not there, whose pairs count -1. TDG_EEMPTY without a theme. */
int tdg_window_coherence(double *npmi, const struct tdg_streams *streams,
                         const uint32_t *const *terms, size_t themes, size_t top,
                         struct tdg_error *error);

/** Counts the windows of ten words of an article, breaks being no words, as gensim slides them: a
 * term that leaves is gone, even where it stands in the window once more. A phrase stands where its
 * first word does. The slots are those of the streams' terms. */
void tdg_pairs_add_windows(struct tdg_pairs *pairs, const struct tdg_streams *streams,
                           size_t article);

#endif
