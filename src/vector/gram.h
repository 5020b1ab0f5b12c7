// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector. */
#ifndef TDG_VECTOR_GRAM_H
#define TDG_VECTOR_GRAM_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"

/* The lower half of gram [width][width] = valueᵀ value over the rows that are no copies, 0 above
 * it; copy_of may be NULL. TDG_ENOMEM. */
int tdg_gram(double *gram, const float *value, size_t rows, uint32_t width, const uint32_t *copy_of,
             struct tdg_workers *workers);

#endif
