// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/fit.h"

#include <gsl/gsl_math.h>
#include <stdbool.h>

#include <gsl/gsl_blas.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

enum { BAND = 16 }; /* columns a worker sums up: one cache line of a row */

static bool takes_part(const struct tdg_cluster_input *input, size_t row)
{
    const struct tdg_matrix *counts = input->counts;
    return counts->begin[row + 1] > counts->begin[row] &&
           (!input->copy_of || input->copy_of[row] == TDG_NONE);
}

int tdg_fit_init(struct tdg_fit *fit, const struct tdg_cluster_input *input,
                 struct tdg_workers *workers)
{
    struct tdg_fit made = {.input = input, .workers = workers};
    for (size_t i = 0; i < input->counts->rows; i++)
        made.count += takes_part(input, i);
    made.row = tdg_alloc(made.count, sizeof *made.row);
    if (!made.row)
        return TDG_ENOMEM;
    size_t at = 0;
    for (size_t i = 0; i < input->counts->rows; i++)
        if (takes_part(input, i))
            made.row[at++] = (uint32_t)i;
    *fit = made;
    return TDG_OK;
}

void tdg_fit_done(struct tdg_fit *fit)
{
    free(fit->row);
    *fit = (struct tdg_fit){0};
}

struct summing {
    double *sum;
    const struct tdg_fit *fit;
    const struct tdg_dense *dense;
    const uint32_t *group;
};

/* A column belongs to one chunk, and its rows are added in their order: the same sums from any
 * number of threads, without partial ones. */
static int sum_columns(void *context, const struct tdg_chunk *chunk)
{
    const struct summing *summing = context;
    const struct tdg_fit *fit = summing->fit;
    size_t columns = summing->dense->columns;
    for (size_t p = 0; p < fit->count; p++) {
        const float *row = tdg_dense_row(summing->dense, fit->row[p]);
        double *sum = summing->sum + summing->group[fit->row[p]] * columns;
        for (size_t c = chunk->begin; c < chunk->end; c++)
            sum[c] += (double)row[c];
    }
    return TDG_OK;
}

int tdg_group_sums(double *sum, const struct tdg_fit *fit, const struct tdg_dense *dense,
                   const uint32_t *group, uint32_t groups)
{
    struct summing summing = {sum, fit, dense, group};
    memset(sum, 0, (size_t)groups * dense->columns * sizeof *sum);
    return tdg_workers_run(fit->workers, dense->columns, BAND, sum_columns, &summing);
}

void tdg_group_sizes(size_t *size, const struct tdg_fit *fit, const uint32_t *group,
                     uint32_t groups)
{
    memset(size, 0, groups * sizeof *size);
    for (size_t p = 0; p < fit->count; p++)
        size[group[fit->row[p]]]++;
}

struct multiplying {
    gsl_matrix_const_view sum; /* [groups][columns] */
    gsl_matrix_view product;   /* [groups][groups] */
};

/* A band of rows up to its end on the diagonal, and the same across. */
static int multiply_band(void *context, const struct tdg_chunk *chunk)
{
    struct multiplying *m = context;
    size_t rows = chunk->end - chunk->begin, columns = m->sum.matrix.size2;
    gsl_matrix_const_view band =
        gsl_matrix_const_submatrix(&m->sum.matrix, chunk->begin, 0, rows, columns);
    gsl_matrix_const_view all =
        gsl_matrix_const_submatrix(&m->sum.matrix, 0, 0, chunk->end, columns);
    gsl_matrix_view product =
        gsl_matrix_submatrix(&m->product.matrix, chunk->begin, 0, rows, chunk->end);
    gsl_blas_dgemm(CblasNoTrans, CblasTrans, 1, &band.matrix, &all.matrix, 0, &product.matrix);
    for (size_t a = chunk->begin; a < chunk->end; a++)
        for (size_t b = 0; b < a; b++)
            gsl_matrix_set(&m->product.matrix, b, a, gsl_matrix_get(&m->product.matrix, a, b));
    return TDG_OK;
}

int tdg_group_products(double **product, const struct tdg_fit *fit, const struct tdg_dense *dense,
                       const uint32_t *group, uint32_t groups)
{
    double *sum = tdg_alloc(groups, dense->columns * sizeof *sum);
    double *made = tdg_alloc(groups, groups * sizeof *made);
    struct multiplying multiplying = {gsl_matrix_const_view_array(sum, groups, dense->columns),
                                      gsl_matrix_view_array(made, groups, groups)};
    int status = sum && made ? tdg_group_sums(sum, fit, dense, group, groups) : TDG_ENOMEM;
    if (!status && dense->columns) /* BLAS ends the program where a matrix has none */
        status = tdg_workers_run(fit->workers, groups, BAND, multiply_band, &multiplying);
    free(sum);
    if (status)
        free(made);
    else
        *product = made;
    return status;
}
