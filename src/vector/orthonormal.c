// SPDX-License-Identifier: GPL-3.0-or-later
/* Cholesky QR: valueᵀ value = RᵀR, value ← value R⁻¹ (Golub and Van Loan 2013, section 5.2). With
 * the Gram matrix in double it is exact enough for matrices whose columns were not near each other;
 * who needs better calls it twice (Yamamoto et al. 2015, "CholeskyQR2"). */
#include "vector/orthonormal.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "base/workers.h"
#include "vector/apply.h"
#include "vector/gram.h"

/* What is left of a column without its part along the columns before it, squared, against the whole
 * column: below this it is the rounding of the floats. */
static const double DEPENDENT = 1e-11;

/* gram [n][n] → R in its upper triangle; rows and columns of dependent columns become 0. */
static void factorise(double *gram, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        double *row = gram + k * n;
        double whole = row[k], left = whole;
        for (size_t j = 0; j < k; j++)
            left -= gram[j * n + k] * gram[j * n + k];
        bool dependent = !(left > DEPENDENT * whole);
        double pivot = dependent ? 0 : sqrt(left);
        for (size_t j = 0; j < k; j++)
            for (size_t i = k + 1; i < n; i++)
                row[i] -= gram[j * n + k] * gram[j * n + i];
        for (size_t i = k + 1; i < n; i++)
            row[i] = dependent ? 0 : row[i] / pivot;
        row[k] = pivot;
        for (size_t j = 0; dependent && j < k; j++)
            gram[j * n + k] = 0;
    }
}

/* Row k of the inverse of R, from the last row up: inverse_k = (e_k - Σ_{j>k} R_kj inverse_j) /
 * R_kk
 */
static void invert(double *inverse, const double *upper, size_t n)
{
    memset(inverse, 0, n * n * sizeof *inverse);
    for (size_t k = n; k-- > 0;) {
        double pivot = upper[k * n + k], *row = inverse + k * n;
        if (!(pivot > 0))
            continue;
        row[k] = 1;
        for (size_t j = k + 1; j < n; j++)
            for (size_t i = j; i < n; i++)
                row[i] -= upper[k * n + j] * inverse[j * n + i];
        for (size_t i = k; i < n; i++)
            row[i] /= pivot;
    }
}

int tdg_orthonormalise(float *value, size_t rows, uint32_t width, struct tdg_workers *workers)
{
    size_t cells = (size_t)width * width;
    double *gram = tdg_alloc(cells, sizeof *gram);
    double *inverse = tdg_alloc(cells, sizeof *inverse);
    float *factor = tdg_alloc(cells, sizeof *factor);
    int status = TDG_ENOMEM;
    if (gram && inverse && factor)
        status = tdg_gram(gram, value, rows, width, NULL, workers);
    if (!status) {
        factorise(gram, width);
        invert(inverse, gram, width);
        for (size_t i = 0; i < cells; i++)
            factor[i] = (float)inverse[i];
        status = tdg_apply(value, rows, width, factor, true, workers);
    }
    free(gram);
    free(inverse);
    free(factor);
    return status;
}
