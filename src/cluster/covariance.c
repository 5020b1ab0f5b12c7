// SPDX-License-Identifier: GPL-3.0-or-later
/* Products of the differences in tiles that stay in the registers, of blocks of rows that stay in
 * the cache. gsl_blas_ssyrk, of GSL's own BLAS, has neither: with it newsgroups20 took more than
 * twice the CPU seconds. */
#include "cluster/covariance.h"

#include <gsl/gsl_math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "base/workers.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

enum {
    SAMPLE = 50000,
    CHUNK = 256, /* rows of differences */
    LANES = 4,
    VECTORS = 2,
    WIDE = LANES * VECTORS, /* columns that a tile of products spans; rows of a band of them */
    TALL = 4,
    BLOCK = 128, /* rows that are added up in floats before they go to doubles */
};

typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

struct spread {
    const struct tdg_fit *fit;
    const uint32_t *group;
    const double *mean;
    size_t rows;    /* of the sample */
    size_t columns; /* of both kinds of values together */
    size_t tiles;   /* of WIDE columns */
    float *off;     /* [tiles][rows][WIDE] differences to the group's mean */
    double *within; /* [columns][columns] */
};

static uint32_t sample_row(const struct spread *spread, size_t i)
{
    return spread->fit
        ->row[(size_t)((double)i * (double)spread->fit->count / (double)spread->rows)];
}

static float *off_at(const struct spread *spread, size_t i, size_t column)
{
    return spread->off + (column / WIDE * spread->rows + i) * WIDE + column % WIDE;
}

static void subtract(const struct spread *spread, size_t i, const struct tdg_dense *dense,
                     size_t first)
{
    uint32_t row = sample_row(spread, i);
    const float *value = tdg_dense_row(dense, row);
    const double *mean = spread->mean + spread->group[row] * spread->columns + first;
    for (size_t c = 0; c < dense->columns; c++)
        *off_at(spread, i, first + c) = (float)((double)value[c] * M_SQRT1_2 - mean[c]);
}

static int subtract_means(void *context, const struct tdg_chunk *chunk)
{
    const struct spread *spread = context;
    const struct tdg_cluster_input *input = spread->fit->input;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        subtract(spread, i, input->smoothed, 0);
        subtract(spread, i, input->latent, input->smoothed->columns);
    }
    return TDG_OK;
}

/* sum[TALL][WIDE] += Σ a[i] b[j] over the rows of a block. */
static void add_block(double *sum, const float *a, const float *b, size_t rows)
{
    lanes part[TALL][VECTORS] = {{{0}}};
    for (size_t row = 0; row < rows; row++, a += WIDE, b += WIDE) {
        lanes value[VECTORS];
        memcpy(value, b, sizeof value);
        for (unsigned i = 0; i < TALL; i++)
            for (unsigned v = 0; v < VECTORS; v++)
                part[i][v] += value[v] * a[i];
    }
    for (unsigned i = 0; i < TALL; i++)
        for (unsigned j = 0; j < WIDE; j++)
            sum[i * WIDE + j] += (double)part[i][j / LANES][j % LANES];
}

static void store(const struct spread *spread, const double *sum, size_t first, size_t second)
{
    for (size_t i = first; i < GSL_MIN(first + TALL, spread->columns); i++)
        for (size_t j = second; j < GSL_MIN(second + WIDE, spread->columns); j++) {
            double value = sum[(i - first) * WIDE + j - second] / (double)spread->rows;
            if (j <= i)
                spread->within[i * spread->columns + j] = value;
        }
}

/* A chunk is a band of TALL columns; the lower half is made, in tiles. */
static int multiply_band(void *context, const struct tdg_chunk *chunk)
{
    const struct spread *spread = context;
    for (size_t second = 0; second < chunk->end; second += WIDE) {
        double sum[TALL * WIDE] = {0};
        for (size_t row = 0; row < spread->rows; row += BLOCK)
            add_block(sum, off_at(spread, row, chunk->begin), off_at(spread, row, second),
                      GSL_MIN((size_t)BLOCK, spread->rows - row));
        store(spread, sum, chunk->begin, second);
    }
    return TDG_OK;
}

int tdg_covariance_within(double *within, const struct tdg_fit *fit, const uint32_t *group,
                          const double *mean)
{
    size_t columns = fit->input->smoothed->columns + fit->input->latent->columns;
    struct spread spread = {.fit = fit,
                            .group = group,
                            .mean = mean,
                            .rows = GSL_MIN(fit->count, (size_t)SAMPLE),
                            .columns = columns,
                            .tiles = (columns + WIDE - 1) / WIDE,
                            .within = within};
    spread.off = tdg_alloc(spread.rows, spread.tiles * WIDE * sizeof *spread.off);
    int status = spread.off ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(fit->workers, spread.rows, CHUNK, subtract_means, &spread);
    if (!status)
        status = tdg_workers_run(fit->workers, columns, TALL, multiply_band, &spread);
    free(spread.off);
    return status;
}
