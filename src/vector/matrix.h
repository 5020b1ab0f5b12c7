// SPDX-License-Identifier: GPL-3.0-or-later
/** Compressed rows. */
#ifndef TDG_VECTOR_MATRIX_H
#define TDG_VECTOR_MATRIX_H

#include "vector/vector.h"

void tdg_vocabulary_done(struct tdg_vocabulary *vocabulary);
void tdg_matrix_done(struct tdg_matrix *matrix);
void tdg_dense_done(struct tdg_dense *dense);

struct tdg_vector_options tdg_vector_defaults(void);

#endif
