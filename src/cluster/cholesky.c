// SPDX-License-Identifier: GPL-3.0-or-later
/* By rows (Golub and Van Loan 2013, 4.2), every sum in the order of its index. */
#include "cluster/cholesky.h"

#include <math.h>
#include <stddef.h>

static double minus_product(double value, const double *a, const double *b, size_t count)
{
    for (size_t k = 0; k < count; k++)
        value -= a[k] * b[k];
    return value;
}

void tdg_cholesky(double *matrix, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        double *row = matrix + i * size;
        for (size_t j = 0; j < i; j++)
            row[j] = minus_product(row[j], row, matrix + j * size, j) / matrix[j * size + j];
        row[i] = sqrt(minus_product(row[i], row, row, i));
    }
}

void tdg_cholesky_solve(double *side, const double *factor, size_t size)
{
    for (size_t i = 0; i < size; i++)
        side[i] = minus_product(side[i], factor + i * size, side, i) / factor[i * size + i];
    for (size_t i = size; i-- > 0;) {
        side[i] /= factor[i * size + i];
        for (size_t j = 0; j < i; j++)
            side[j] -= factor[i * size + j] * side[i];
    }
}
