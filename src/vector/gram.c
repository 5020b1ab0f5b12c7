// SPDX-License-Identifier: GPL-3.0-or-later
/* valueᵀ value. The rows are cut into at most PARTS parts with a sum of their own, added up in
 * their order. Of the symmetric result only tiles on and above the diagonal are computed.
 *
 * gsl_blas_dsyrk, of GSL's own BLAS, took three times as long: 7 % of the CPU seconds of all of
 * newsgroups20, and more than a tenth together with the products that are GSL's. */
#include "vector/gram.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

enum { PARTS = 32, MIN_PART = 2048, RUN = 32, TILE = 4 };

typedef double lanes __attribute__((vector_size(16)));
enum { LANES = 2, GROUPS = TILE / LANES };

struct squaring {
    const float *value;
    const uint32_t *copy_of;
    size_t width;
    double *sum; /* [parts][width][width] */
    double *run; /* [workers][RUN][width] rows in double */
};

/* sum[a][b] += Σ run[·][a] run[·][b] for TILE × TILE elements; all pointers at the tile's first. */
static void add_tile(double *sum, const double *left, const double *right, size_t count,
                     size_t width)
{
    lanes tile[TILE][GROUPS] = {{{0}}};
    for (size_t i = 0; i < count; i++) {
        lanes part[GROUPS];
        memcpy(part, right + i * width, sizeof part);
        for (size_t a = 0; a < TILE; a++)
            for (size_t g = 0; g < GROUPS; g++)
                tile[a][g] += part[g] * left[i * width + a];
    }
    for (size_t a = 0; a < TILE; a++)
        for (size_t b = 0; b < TILE; b++)
            sum[a * width + b] += tile[a][b / LANES][b % LANES];
}

static void add_run(double *sum, const double *run, size_t count, size_t width)
{
    for (size_t a = 0; a < width; a += TILE)
        for (size_t b = a; b < width; b += TILE)
            add_tile(sum + a * width + b, run + a, run + b, count, width);
}

static int square_rows(void *context, const struct tdg_chunk *chunk)
{
    struct squaring *s = context;
    double *sum = s->sum + chunk->index * s->width * s->width;
    double *run = s->run + (size_t)chunk->worker * RUN * s->width;
    size_t count = 0;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        if (s->copy_of && s->copy_of[i] != TDG_NONE)
            continue;
        for (size_t j = 0; j < s->width; j++)
            run[count * s->width + j] = (double)s->value[i * s->width + j];
        if (++count == RUN) {
            add_run(sum, run, count, s->width);
            count = 0;
        }
    }
    add_run(sum, run, count, s->width);
    return TDG_OK;
}

static void add_parts(double *gram, const double *sum, size_t parts, size_t width)
{
    memset(gram, 0, width * width * sizeof *gram);
    for (size_t part = 0; part < parts; part++)
        for (size_t i = 0; i < width * width; i++)
            gram[i] += sum[part * width * width + i];
    for (size_t a = 0; a < width; a++)
        for (size_t b = 0; b < a; b++)
            gram[a * width + b] = gram[b * width + a];
}

int tdg_gram(double *gram, const float *value, size_t rows, uint32_t width, const uint32_t *copy_of,
             struct tdg_workers *workers)
{
    size_t part = rows / PARTS + 1;
    if (part < MIN_PART)
        part = MIN_PART;
    size_t parts = tdg_chunk_count(rows, part), cells = (size_t)width * width;
    struct squaring squaring = {.value = value, .copy_of = copy_of, .width = width};
    squaring.sum = tdg_alloc(parts, cells * sizeof *squaring.sum);
    squaring.run = tdg_alloc(tdg_workers_count(workers), sizeof *squaring.run * RUN * width);
    int status = TDG_ENOMEM;
    if (squaring.sum && squaring.run)
        status = tdg_workers_run(workers, rows, part, square_rows, &squaring);
    if (!status)
        add_parts(gram, squaring.sum, parts, width);
    free(squaring.sum);
    free(squaring.run);
    return status;
}
