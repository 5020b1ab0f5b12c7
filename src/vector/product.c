// SPDX-License-Identifier: GPL-3.0-or-later
/* Sparse × dense. A strip of columns at a time, because a strip of `in` stays in the cache where
 * all of it would not, and its sums stay in registers. */
#include <string.h>

#include "vector/dense.h"

enum { CHUNK = 1024, STRIP = TDG_WIDTH_STEP };

typedef float lanes __attribute__((vector_size(16)));
enum { LANES = 4, GROUPS = STRIP / LANES };

struct multiplying {
    float *out;
    const struct tdg_matrix *rows;
    const float *in;
    size_t width;
};

/* in, out: at the first column of the strip */
static void multiply_row(float *out, const struct tdg_matrix *rows, size_t row, const float *in,
                         size_t width)
{
    lanes sum[GROUPS] = {{0}};
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++) {
        lanes part[GROUPS];
        float weight = rows->weight[at];
        memcpy(part, in + rows->column[at] * width, sizeof part);
        for (size_t g = 0; g < GROUPS; g++)
            sum[g] += part[g] * weight;
    }
    memcpy(out, sum, sizeof sum);
}

static int multiply_rows(void *context, const struct tdg_chunk *chunk)
{
    const struct multiplying *m = context;
    for (size_t strip = 0; strip < m->width; strip += STRIP)
        for (size_t i = chunk->begin; i < chunk->end; i++)
            multiply_row(m->out + i * m->width + strip, m->rows, i, m->in + strip, m->width);
    return TDG_OK;
}

int tdg_product(float *out, const struct tdg_matrix *rows, const float *in, uint32_t width,
                struct tdg_workers *workers)
{
    struct multiplying multiplying = {out, rows, in, width};
    return tdg_workers_run(workers, rows->rows, CHUNK, multiply_rows, &multiplying);
}
