// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector. */
#ifndef TDG_VECTOR_APPLY_H
#define TDG_VECTOR_APPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"

/* value ← value × factor, factor [width][width]. TDG_ENOMEM. */
int tdg_apply(float *value, size_t rows, uint32_t width, const float *factor,
              struct tdg_workers *workers);

#endif
