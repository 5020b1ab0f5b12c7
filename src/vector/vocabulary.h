// SPDX-License-Identifier: GPL-3.0-or-later
/** Which terms become columns. */
#ifndef TDG_VECTOR_VOCABULARY_H
#define TDG_VECTOR_VOCABULARY_H

#include <stdint.h>

#include <tidings/error.h>

#include "text/text.h"
#include "vector/vector.h"

/** Chooses the vocabulary; max_terms is a limit of words. Only articles with copy_of[i] ==
 * TDG_NONE are counted; copy_of may be NULL: then all are. */
int tdg_vocabulary_build(struct tdg_vocabulary *vocabulary, const struct tdg_streams *streams,
                         const uint32_t *copy_of, const struct tdg_vector_options *options,
                         struct tdg_error *error);

#endif
