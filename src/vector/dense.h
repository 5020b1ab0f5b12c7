// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector: products of tall matrices, [rows][width] floats with a width that is a
 * multiple of TDG_WIDTH_STEP and columns of zeros at the end where less are needed.
 *
 * Each element is one sum in a fixed order, and partial sums are cut by the shape alone, so that
 * neither threads nor the width of registers reach the bytes; of BLAS only GSL's own is linked,
 * whose sums run through their terms in order, on one thread. Sums over a row's cells or
 * over columns are in float, which takes half the time of double; sums over all rows in double. */
#ifndef TDG_VECTOR_DENSE_H
#define TDG_VECTOR_DENSE_H

#include <stdbool.h>
#include <stddef.h>

enum { TDG_WIDTH_STEP = 16 };

/* Where rows that lie anywhere are added up, most of the time is spent waiting for them: asked for
 * TDG_AHEAD rows before they are needed they come three times as fast. */
enum { TDG_AHEAD = 4 };

static inline void tdg_fetch(const float *row, size_t width)
{
    enum { CACHE_LINE = 64 / sizeof(float) };
    for (size_t j = 0; j < width; j += CACHE_LINE)
        __builtin_prefetch(row + j);
}

#endif
