// SPDX-License-Identifier: GPL-3.0-or-later
/* Every sum has one accumulator that runs through the columns in their order, whatever the width of
 * the registers: the same scores on any processor. With gsl_blas_sgemm here and gsl_blas_dsdot in
 * merge.c headlines_uk took 58 CPU seconds instead of 46. */
#include "cluster/linear.h"

#include <math.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

enum {
    CHUNK = 256, /* rows */
    BLOCK = 4,   /* rows that are scored together: a value of the table is loaded once for them */
    LANES = 4,   /* floats in a register of any x86-64 or ARM processor */
    VECTORS = 2,
    TILE = LANES * VECTORS, /* groups that are scored together */
};

typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

int tdg_linear_init(struct tdg_linear *linear, const struct tdg_fit *fit, uint32_t groups,
                    bool latent)
{
    size_t stride = ((size_t)groups + TILE - 1) / TILE * TILE;
    struct tdg_linear made = {.groups = groups, .stride = stride};
    made.smoothed = tdg_alloc(fit->input->smoothed->columns, stride * sizeof *made.smoothed);
    if (latent)
        made.latent = tdg_alloc(fit->input->latent->columns, stride * sizeof *made.latent);
    made.bias = tdg_alloc(stride, sizeof *made.bias);
    if (!made.smoothed || (latent && !made.latent) || !made.bias) {
        tdg_linear_done(&made);
        return TDG_ENOMEM;
    }
    *linear = made;
    return TDG_OK;
}

void tdg_linear_done(struct tdg_linear *linear)
{
    free(linear->smoothed);
    free(linear->latent);
    free(linear->bias);
    *linear = (struct tdg_linear){0};
}

/* table[c][g] = sum[g][c] × scale[g] */
static void fill(float *table, size_t stride, const double *sum, const double *scale,
                 uint32_t groups, uint32_t columns)
{
    for (uint32_t g = 0; g < groups; g++)
        for (uint32_t c = 0; c < columns; c++)
            table[c * stride + g] = (float)(sum[(size_t)g * columns + c] * scale[g]);
}

static void add_squares(double *square, const double *sum, uint32_t groups, uint32_t columns)
{
    for (uint32_t g = 0; g < groups; g++)
        for (uint32_t c = 0; c < columns; c++)
            square[g] += sum[(size_t)g * columns + c] * sum[(size_t)g * columns + c];
}

/* With both kinds of values a row is (smoothed, latent) / √2, so that its length stays 1. The roots
 * of row and centroid together halve the product, and the one in the centroid's length is the
 * root again: 1/2 / √(squares / 2) = 1 / √(2 squares). */
static void fill_all(struct tdg_linear *linear, const struct tdg_fit *fit, const double *smoothed,
                     const double *latent, double *scale)
{
    uint32_t groups = linear->groups;
    memset(scale, 0, groups * sizeof *scale);
    add_squares(scale, smoothed, groups, fit->input->smoothed->columns);
    if (linear->latent)
        add_squares(scale, latent, groups, fit->input->latent->columns);
    for (uint32_t g = 0; g < groups; g++)
        scale[g] = scale[g] > 0 ? 1 / sqrt(scale[g] * (linear->latent ? 2 : 1)) : 0;
    fill(linear->smoothed, linear->stride, smoothed, scale, groups, fit->input->smoothed->columns);
    if (linear->latent)
        fill(linear->latent, linear->stride, latent, scale, groups, fit->input->latent->columns);
}

int tdg_linear_centroids(struct tdg_linear *linear, const struct tdg_fit *fit,
                         const uint32_t *group)
{
    const struct tdg_cluster_input *input = fit->input;
    uint32_t groups = linear->groups;
    double *smoothed = tdg_alloc(groups, input->smoothed->columns * sizeof *smoothed);
    double *latent = tdg_alloc(groups, input->latent->columns * sizeof *latent);
    double *scale = tdg_alloc(groups, sizeof *scale);
    size_t *size = tdg_alloc(groups, sizeof *size);
    int status = smoothed && latent && scale && size ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_group_sums(smoothed, fit, input->smoothed, group, groups);
    if (!status && linear->latent)
        status = tdg_group_sums(latent, fit, input->latent, group, groups);
    if (status)
        goto out;
    fill_all(linear, fit, smoothed, latent, scale);
    tdg_group_sizes(size, fit, group, groups);
    for (uint32_t g = 0; g < groups; g++)
        linear->bias[g] = size[g] ? 0 : -INFINITY;
out:
    free(smoothed);
    free(latent);
    free(scale);
    free(size);
    return status;
}

struct scoring {
    const struct tdg_linear *linear;
    const struct tdg_fit *fit;
    tdg_linear_use use;
    void *context;
    float *score; /* [workers][BLOCK][stride] */
};

/* score[BLOCK][stride] += rows · table, for TILE groups. */
static void multiply_tile(float *score, size_t stride, const float *const *row, const float *table,
                          size_t columns)
{
    lanes sum[BLOCK][VECTORS];
    for (unsigned b = 0; b < BLOCK; b++)
        memcpy(sum[b], score + b * stride, sizeof sum[b]);
    for (size_t c = 0; c < columns; c++) {
        lanes value[VECTORS];
        memcpy(value, table + c * stride, sizeof value);
        for (unsigned b = 0; b < BLOCK; b++)
            for (unsigned v = 0; v < VECTORS; v++)
                sum[b][v] += value[v] * row[b][c];
    }
    for (unsigned b = 0; b < BLOCK; b++)
        memcpy(score + b * stride, sum[b], sizeof sum[b]);
}

/* Rows first … first + BLOCK - 1; behind the last row it stands again, and is not used. */
static void multiply(float *score, const struct scoring *scoring, const struct tdg_dense *dense,
                     const float *table, size_t first)
{
    const struct tdg_fit *fit = scoring->fit;
    size_t stride = scoring->linear->stride;
    const float *row[BLOCK];
    for (size_t b = 0; b < BLOCK; b++) {
        size_t p = first + b < fit->count ? first + b : fit->count - 1;
        row[b] = tdg_dense_row(dense, fit->row[p]);
    }
    for (size_t g = 0; g < stride; g += TILE)
        multiply_tile(score + g, stride, row, table + g, dense->columns);
}

static int score_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct scoring *scoring = context;
    const struct tdg_linear *linear = scoring->linear;
    float *score = scoring->score + (size_t)chunk->worker * BLOCK * linear->stride;
    for (size_t first = chunk->begin; first < chunk->end; first += BLOCK) {
        size_t count = chunk->end - first < BLOCK ? chunk->end - first : BLOCK;
        for (unsigned b = 0; b < BLOCK; b++)
            memcpy(score + b * linear->stride, linear->bias, linear->stride * sizeof *score);
        multiply(score, scoring, scoring->fit->input->smoothed, linear->smoothed, first);
        if (linear->latent)
            multiply(score, scoring, scoring->fit->input->latent, linear->latent, first);
        scoring->use(scoring->context, chunk, first, count, score);
    }
    return TDG_OK;
}

int tdg_linear_run(const struct tdg_linear *linear, const struct tdg_fit *fit, tdg_linear_use use,
                   void *context)
{
    float *score =
        tdg_alloc(tdg_workers_count(fit->workers), (size_t)BLOCK * linear->stride * sizeof *score);
    struct scoring scoring = {linear, fit, use, context, score};
    int status = score ? tdg_workers_run(fit->workers, fit->count, CHUNK, score_chunk, &scoring)
                       : TDG_ENOMEM;
    free(score);
    return status;
}

size_t tdg_linear_chunks(const struct tdg_fit *fit)
{
    return tdg_chunk_count(fit->count, CHUNK);
}

struct assigning {
    uint32_t *group;
    const uint32_t *row;
    uint32_t groups;
    size_t stride;
    size_t *moved; /* [chunks] */
};

static void assign_block(void *context, const struct tdg_chunk *chunk, size_t first, size_t count,
                         const float *score)
{
    struct assigning *assigning = context;
    for (size_t b = 0; b < count; b++, score += assigning->stride) {
        uint32_t best = 0;
        for (uint32_t g = 1; g < assigning->groups; g++)
            if (score[g] > score[best])
                best = g;
        uint32_t *group = &assigning->group[assigning->row[first + b]];
        assigning->moved[chunk->index] += *group != best;
        *group = best;
    }
}

int tdg_linear_assign(uint32_t *group, size_t *moved, const struct tdg_linear *linear,
                      const struct tdg_fit *fit)
{
    size_t chunks = tdg_linear_chunks(fit), sum = 0;
    struct assigning assigning = {group, fit->row, linear->groups, linear->stride,
                                  tdg_alloc(chunks, sizeof *assigning.moved)};
    int status =
        assigning.moved ? tdg_linear_run(linear, fit, assign_block, &assigning) : TDG_ENOMEM;
    for (size_t i = 0; !status && i < chunks; i++)
        sum += assigning.moved[i];
    free(assigning.moved);
    if (!status)
        *moved = sum;
    return status;
}

/* One iteration of spherical k-means (Dhillon and Modha 2001). */
int tdg_pass_centroids(uint32_t *group, size_t *moved, const struct tdg_fit *fit, uint32_t groups)
{
    struct tdg_linear linear = {0};
    int status = tdg_linear_init(&linear, fit, groups, false);
    if (!status)
        status = tdg_linear_centroids(&linear, fit, group);
    if (!status)
        status = tdg_linear_assign(group, moved, &linear, fit);
    tdg_linear_done(&linear);
    return status;
}
