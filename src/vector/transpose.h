// SPDX-License-Identifier: GPL-3.0-or-later
/* Postings. */
#ifndef TDG_VECTOR_TRANSPOSE_H
#define TDG_VECTOR_TRANSPOSE_H

#include <stdint.h>

#include "vector/vector.h"

/* Row c of `turned` has the originals with column c, ascending, and their weights; copies are left
 * out (copy_of may be NULL). TDG_ENOMEM. */
int tdg_transpose(struct tdg_matrix *turned, const struct tdg_matrix *rows,
                  const uint32_t *copy_of);

#endif
