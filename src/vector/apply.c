// SPDX-License-Identifier: GPL-3.0-or-later
/* Tall × small square, in place: a few rows at a time are copied aside and written back, a tile of
 * columns at a time, so that each element of the factor that is loaded serves all of them.
 *
 * gsl_blas_sgemm, of GSL's own BLAS, takes eight times as long: 16 % of the CPU seconds of all of
 * newsgroups20. */
#include "vector/apply.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"

enum { CHUNK = 256, TILE_ROWS = 4, TILE = 8 };

typedef float lanes __attribute__((vector_size(16)));
enum { LANES = 4, GROUPS = TILE / LANES };

struct applying {
    float *value;
    const float *factor;
    size_t width;
    float *aside; /* [workers][TILE_ROWS][width] */
};

/* out [count ≤ TILE_ROWS][TILE] = aside [TILE_ROWS][width] × factor [width][TILE], out and factor
 * at the tile's first column */
static void apply_tile(float *out, const float *aside, const float *factor, size_t count,
                       size_t width)
{
    lanes sum[TILE_ROWS][GROUPS] = {{{0}}};
    for (size_t k = 0; k < width; k++) {
        lanes part[GROUPS];
        memcpy(part, factor + k * width, sizeof part);
        for (size_t i = 0; i < TILE_ROWS; i++)
            for (size_t g = 0; g < GROUPS; g++)
                sum[i][g] += part[g] * aside[i * width + k];
    }
    for (size_t i = 0; i < count; i++)
        memcpy(out + i * width, sum[i], sizeof sum[i]);
}

static int apply_rows(void *context, const struct tdg_chunk *chunk)
{
    const struct applying *a = context;
    float *aside = a->aside + (size_t)chunk->worker * TILE_ROWS * a->width;
    for (size_t i = chunk->begin; i < chunk->end; i += TILE_ROWS) {
        size_t count = chunk->end - i < TILE_ROWS ? chunk->end - i : TILE_ROWS;
        float *value = a->value + i * a->width;
        memcpy(aside, value, count * a->width * sizeof *aside);
        for (size_t column = 0; column < a->width; column += TILE)
            apply_tile(value + column, aside, a->factor + column, count, a->width);
    }
    return TDG_OK;
}

int tdg_apply(float *value, size_t rows, uint32_t width, const float *factor,
              struct tdg_workers *workers)
{
    struct applying applying = {value, factor, width, NULL};
    applying.aside =
        tdg_alloc(tdg_workers_count(workers), sizeof *applying.aside * TILE_ROWS * width);
    if (!applying.aside)
        return TDG_ENOMEM;
    int status = tdg_workers_run(workers, rows, CHUNK, apply_rows, &applying);
    free(applying.aside);
    return status;
}
