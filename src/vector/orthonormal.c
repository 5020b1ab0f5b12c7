// SPDX-License-Identifier: GPL-3.0-or-later
/* Cholesky QR: valueᵀ value = RᵀR, value ← value R⁻¹ (Golub and Van Loan 2013, section 5.2). With
 * the Gram matrix in double it is exact enough for matrices whose columns were not near each other;
 * who needs better calls it twice (Yamamoto et al. 2015, "CholeskyQR2").
 *
 * The factorisation is the pivoted one, P S G S Pᵀ = L D Lᵀ, S scaling the columns to length 1: it
 * takes the columns that are left in the order of how much is left of them, which tells where only
 * dependent ones remain; and GSL ends it for any matrix, while its plain Cholesky calls the error
 * handler for one that is not positive definite. */
#include "vector/orthonormal.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "vector/apply.h"
#include "vector/gram.h"

/* What is left of a column without its part along the columns before it, squared, against the whole
 * column: below this it is the rounding of the floats. */
static const double DEPENDENT = 1e-11;

struct factoring {
    double *gram;    /* [width][width], then L and D */
    double *inverse; /* [width][width] */
    float *factor;   /* [width][width] the inverse for tdg_apply */
    double *scale;   /* [width] */
    size_t *order;   /* [width] */
};

/* inverse = S Pᵀ L⁻ᵀ D^-1/2 for the columns that are not dependent; the others, at the end, stay 0.
 * Behind the first pivot of 0 stands what is not a number, and is not looked at. */
static void invert(struct factoring *f, size_t width)
{
    gsl_matrix_view gram = gsl_matrix_view_array(f->gram, width, width);
    gsl_matrix_view inverse = gsl_matrix_view_array(f->inverse, width, width);
    gsl_vector_view scale = gsl_vector_view_array(f->scale, width);
    gsl_permutation order = {width, f->order};
    gsl_linalg_pcholesky_decomp2(&gram.matrix, &order, &scale.vector);
    size_t rank = 0;
    for (; rank < width && f->gram[rank * width + rank] > DEPENDENT; rank++)
        f->inverse[f->order[rank] * width + rank] = f->scale[f->order[rank]];
    if (rank == 0)
        return;
    gsl_matrix_view lower = gsl_matrix_submatrix(&gram.matrix, 0, 0, rank, rank);
    gsl_matrix_view filled = gsl_matrix_submatrix(&inverse.matrix, 0, 0, width, rank);
    gsl_blas_dtrsm(CblasRight, CblasLower, CblasTrans, CblasUnit, 1, &lower.matrix, &filled.matrix);
    for (size_t k = 0; k < rank; k++) {
        gsl_vector_view column = gsl_matrix_column(&filled.matrix, k);
        gsl_vector_scale(&column.vector, 1 / sqrt(f->gram[k * width + k]));
    }
}

int tdg_orthonormalise(float *value, size_t rows, uint32_t width, struct tdg_workers *workers)
{
    size_t cells = (size_t)width * width;
    struct factoring f = {tdg_alloc(cells, sizeof *f.gram), tdg_alloc(cells, sizeof *f.inverse),
                          tdg_alloc(cells, sizeof *f.factor), tdg_alloc(width, sizeof *f.scale),
                          tdg_alloc(width, sizeof *f.order)};
    int status = TDG_ENOMEM;
    if (f.gram && f.inverse && f.factor && f.scale && f.order)
        status = tdg_gram(f.gram, value, rows, width, NULL, workers);
    if (!status) {
        invert(&f, width);
        for (size_t i = 0; i < cells; i++)
            f.factor[i] = (float)f.inverse[i];
        status = tdg_apply(value, rows, width, f.factor, workers);
    }
    free(f.gram);
    free(f.inverse);
    free(f.factor);
    free(f.scale);
    free(f.order);
    return status;
}
