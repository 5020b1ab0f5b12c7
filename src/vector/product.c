// SPDX-License-Identifier: GPL-3.0-or-later
/* Sparse × dense: a row of the result is the sum of some rows of `in`. */
#include "vector/product.h"

#include <string.h>

#include <gsl/gsl_blas.h>

#include <tidings/error.h>

#include "vector/dense.h"

enum { CHUNK = 256 };

struct multiplying {
    float *out;
    const struct tdg_matrix *rows;
    const float *in;
    size_t width;
};

static int multiply_rows(void *context, const struct tdg_chunk *chunk)
{
    const struct multiplying *m = context;
    const uint32_t *column = m->rows->column;
    size_t width = m->width, last = m->rows->begin[chunk->end];
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        gsl_vector_float_view out = gsl_vector_float_view_array(m->out + i * width, width);
        gsl_vector_float_set_zero(&out.vector);
        for (size_t at = m->rows->begin[i]; at < m->rows->begin[i + 1]; at++) {
            if (at + TDG_AHEAD < last)
                tdg_fetch(m->in + column[at + TDG_AHEAD] * width, width);
            gsl_vector_float_const_view row =
                gsl_vector_float_const_view_array(m->in + column[at] * width, width);
            gsl_blas_saxpy(m->rows->weight[at], &row.vector, &out.vector);
        }
    }
    return TDG_OK;
}

int tdg_product(float *out, const struct tdg_matrix *rows, const float *in, uint32_t width,
                struct tdg_workers *workers)
{
    struct multiplying multiplying = {out, rows, in, width};
    return tdg_workers_run(workers, rows->rows, CHUNK, multiply_rows, &multiplying);
}
