// SPDX-License-Identifier: GPL-3.0-or-later
/* Randomized truncated SVD of the rows A (Halko, Martinsson and Tropp 2011), on the side of the
 * columns, of which there are fewer: Z [columns][width] is Aᵀ times random numbers, multiplied by
 * AᵀA several times and made orthonormal each time, until it spans the leading right singular
 * vectors. With Y = AZ and the eigenvectors W of YᵀY, the rows of YW are those of U·D.
 *
 * Where the matrix has fewer dimensions than Z columns, some of these become 0. */
#include "vector/latent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/progress.h"
#include "vector/apply.h"
#include "vector/dense.h"
#include "vector/eigen.h"
#include "vector/gram.h"
#include "vector/matrix.h"
#include "vector/orthonormal.h"
#include "vector/product.h"
#include "vector/transpose.h"

enum { MAX_RANK = 1000, MAX_ITERATIONS = 100, OVERSAMPLING = 8, CHUNK = 1024 };

/* Eigenvalues below this part of the largest are the rounding of floats: 1e-5 in singular values.
 */
static const double NEGLIGIBLE = 1e-10;

struct fitting {
    const struct tdg_matrix *rows;
    const uint32_t *copy_of;
    const struct tdg_latent_options *options;
    struct tdg_workers *workers;
    const struct tdg_monitor *monitor;
    struct tdg_matrix turned; /* [columns][rows], originals only */
    uint32_t width;           /* of z and y */
    uint32_t used;            /* columns of z and y that are not 0 from the start */
    uint32_t rank;            /* found: columns of the result */
    float *z;                 /* [columns][width] */
    float *y;                 /* [rows][width], in the end [rows][rank] */
    float *factor;            /* [width][width] */
};

struct tdg_latent_options tdg_latent_defaults(void)
{
    return (struct tdg_latent_options){.rank = 200, .power_iterations = 4};
}

/* Not more than there are rows in the fit or columns in these. */
static size_t dimensions(const struct fitting *fitting)
{
    const struct tdg_matrix *rows = fitting->rows, *turned = &fitting->turned;
    size_t filled = 0, columns = 0;
    for (size_t i = 0; i < rows->rows; i++)
        filled += rows->begin[i + 1] > rows->begin[i] &&
                  (!fitting->copy_of || fitting->copy_of[i] == TDG_NONE);
    for (size_t c = 0; c < turned->rows; c++)
        columns += turned->begin[c + 1] > turned->begin[c];
    return filled < columns ? filled : columns;
}

/* Four 16-bit numbers added up are near enough to the normal distribution, and whole numbers are
 * the same on every machine. */
static float draw(uint64_t seed, uint64_t index)
{
    uint64_t bits = tdg_mix(seed + index);
    int sum = (int)(bits & 0xFFFF) + (int)(bits >> 16 & 0xFFFF) + (int)(bits >> 32 & 0xFFFF) +
              (int)(bits >> 48) - 2 * 0xFFFF;
    return (float)sum;
}

static int draw_rows(void *context, const struct tdg_chunk *chunk)
{
    struct fitting *fitting = context;
    uint64_t seed = tdg_mix(fitting->options->seed);
    for (size_t i = chunk->begin * fitting->width; i < chunk->end * fitting->width; i++)
        if (i % fitting->width < fitting->used)
            fitting->y[i] = draw(seed, i);
    return TDG_OK;
}

static int prepare(struct fitting *fitting)
{
    int status = tdg_transpose(&fitting->turned, fitting->rows, fitting->copy_of);
    if (status)
        return status;
    size_t most = dimensions(fitting), wanted = (size_t)fitting->options->rank + OVERSAMPLING;
    fitting->used = (uint32_t)(most < wanted ? most : wanted);
    fitting->width = (fitting->used + TDG_WIDTH_STEP - 1) / TDG_WIDTH_STEP * TDG_WIDTH_STEP;
    size_t width = fitting->width;
    fitting->z = tdg_alloc(fitting->rows->columns, width * sizeof *fitting->z);
    fitting->y = tdg_alloc(fitting->rows->rows, width * sizeof *fitting->y);
    fitting->factor = tdg_alloc(width, width * sizeof *fitting->factor);
    if (!fitting->z || !fitting->y || !fitting->factor)
        return TDG_ENOMEM;
    return tdg_workers_run(fitting->workers, fitting->rows->rows, CHUNK, draw_rows, fitting);
}

static int orthonormalise(struct fitting *fitting)
{
    return tdg_orthonormalise(fitting->z, fitting->rows->columns, fitting->width, fitting->workers);
}

/* Z becomes an orthonormal basis of (AᵀA)^iterations Aᵀ Ω, Ω the random Y. */
static int iterate(struct fitting *fitting)
{
    unsigned iterations = fitting->options->power_iterations;
    int status = TDG_OK;
    for (unsigned i = 0; !status && i <= iterations; i++) {
        status = tdg_progress(fitting->monitor, "latent space", i, iterations + 1);
        if (!status && i > 0)
            status = tdg_product(fitting->y, fitting->rows, fitting->z, fitting->width,
                                 fitting->workers);
        if (!status)
            status = tdg_product(fitting->z, &fitting->turned, fitting->y, fitting->width,
                                 fitting->workers);
        if (!status)
            status = orthonormalise(fitting);
    }
    if (!status) /* once more, and it is exact: the columns are far from each other now */
        status = orthonormalise(fitting);
    return status;
}

/* How much is left of a direction: singular values that noise has made longer are shrunk (Gavish
 * and Donoho 2017, "Optimal Shrinkage of Singular Values", with the first one that is left out as
 * the edge of the noise). So the last directions fade out, which are kept by a hair's breadth, and
 * another seed hardly moves an article. value, edge: squares of singular values. */
static double shrinkage(double value, double edge)
{
    return sqrt(fmax(1 - edge / value, 0));
}

/* The eigenvectors of YᵀY that count become the columns of the factor. */
static int choose_directions(struct fitting *fitting)
{
    size_t width = fitting->width;
    double *gram = tdg_alloc(width, width * sizeof *gram);
    double *value = tdg_alloc(width, sizeof *value);
    int status = gram && value ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_gram(gram, fitting->y, fitting->rows->rows, fitting->width, fitting->copy_of,
                          fitting->workers);
    if (!status)
        status = tdg_eigen(value, gram, fitting->width);
    uint32_t most = fitting->used < fitting->options->rank ? fitting->used : fitting->options->rank;
    while (!status && fitting->rank < most && value[fitting->rank] > NEGLIGIBLE * value[0])
        fitting->rank++;
    double edge = !status && fitting->rank < fitting->used ? value[fitting->rank] : 0;
    for (size_t i = 0; !status && i < fitting->rank; i++) {
        double part = shrinkage(value[i], edge);
        for (size_t k = 0; k < width; k++)
            fitting->factor[k * width + i] = (float)(part * gram[k * width + i]);
    }
    free(gram);
    free(value);
    return status;
}

/* An eigenvector and its opposite are equally good: the one is taken with which the element of the
 * largest size, in a tie that of the first row, is positive. */
static int fix_signs(struct fitting *fitting)
{
    float *largest = tdg_alloc(fitting->rank, sizeof *largest);
    if (!largest)
        return TDG_ENOMEM;
    for (size_t i = 0; i < fitting->rows->rows; i++)
        for (uint32_t j = 0; j < fitting->rank; j++) {
            float value = fitting->y[i * fitting->width + j];
            if (fabsf(value) > fabsf(largest[j]))
                largest[j] = value;
        }
    for (size_t i = 0; i < fitting->rows->rows; i++)
        for (uint32_t j = 0; j < fitting->rank; j++)
            if (largest[j] < 0)
                fitting->y[i * fitting->width + j] *= -1;
    free(largest);
    return TDG_OK;
}

/* Scales the rows to length 1 and moves them together. */
static void finish_rows(struct fitting *fitting)
{
    size_t rank = fitting->rank;
    for (size_t i = 0; i < fitting->rows->rows; i++) {
        const float *from = fitting->y + i * fitting->width;
        float *to = fitting->y + i * rank;
        double square = 0;
        for (size_t j = 0; j < rank; j++)
            square += (double)from[j] * (double)from[j];
        double scale = square > 0 ? 1 / sqrt(square) : 0;
        for (size_t j = 0; j < rank; j++)
            to[j] = (float)((double)from[j] * scale);
    }
    float *value = realloc(fitting->y, fitting->rows->rows * rank * sizeof *value + 1);
    if (value)
        fitting->y = value;
}

static int fit(struct fitting *fitting)
{
    int status = prepare(fitting);
    if (status || fitting->used == 0)
        return status;
    status = iterate(fitting);
    if (!status)
        status =
            tdg_product(fitting->y, fitting->rows, fitting->z, fitting->width, fitting->workers);
    if (!status)
        status = choose_directions(fitting);
    if (!status)
        status = tdg_apply(fitting->y, fitting->rows->rows, fitting->width, fitting->factor,
                           fitting->workers);
    if (!status)
        status = fix_signs(fitting);
    if (!status)
        finish_rows(fitting);
    return status;
}

static int check(const struct tdg_matrix *rows, const struct tdg_latent_options *options,
                 struct tdg_error *error)
{
    if (options->rank < 1 || options->rank > MAX_RANK)
        return tdg_fail(error, TDG_EINVAL, "the rank of the latent space must lie between 1 and %d",
                        MAX_RANK);
    if (options->power_iterations > MAX_ITERATIONS)
        return tdg_fail(error, TDG_EINVAL, "more than %d power iterations are not possible",
                        MAX_ITERATIONS);
    if (rows->rows >= UINT32_MAX)
        return tdg_fail(error, TDG_ELIMIT, "too many articles");
    return TDG_OK;
}

int tdg_latent_build(struct tdg_dense *latent, const struct tdg_matrix *rows,
                     const uint32_t *copy_of, const struct tdg_latent_options *options,
                     struct tdg_workers *workers, const struct tdg_monitor *monitor,
                     struct tdg_error *error)
{
    int status = check(rows, options, error);
    if (status)
        return status;
    struct fitting fitting = {.rows = rows,
                              .copy_of = copy_of,
                              .options = options,
                              .workers = workers,
                              .monitor = monitor};
    status = fit(&fitting);
    tdg_matrix_done(&fitting.turned);
    free(fitting.z);
    free(fitting.factor);
    if (status) {
        free(fitting.y);
        return tdg_fail(error, status, "%s", tdg_status_text(status));
    }
    *latent = (struct tdg_dense){rows->rows, fitting.rank, fitting.y};
    return TDG_OK;
}
