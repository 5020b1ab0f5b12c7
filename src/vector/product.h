// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector. */
#ifndef TDG_VECTOR_PRODUCT_H
#define TDG_VECTOR_PRODUCT_H

#include <stdint.h>

#include "base/workers.h"
#include "vector/vector.h"

/* out [rows][width] = sparse rows × in [columns][width] */
int tdg_product(float *out, const struct tdg_matrix *rows, const float *in, uint32_t width,
                struct tdg_workers *workers);

#endif
