// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector. */
#ifndef TDG_VECTOR_ORTHONORMAL_H
#define TDG_VECTOR_ORTHONORMAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"

/* Makes the columns orthonormal; one that depends on those before it becomes 0. TDG_ENOMEM. */
int tdg_orthonormalise(float *value, size_t rows, uint32_t width, struct tdg_workers *workers);

#endif
