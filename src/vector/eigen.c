// SPDX-License-Identifier: GPL-3.0-or-later
/* One-sided Jacobi (Hestenes 1958; Demmel and Veselić 1992): the rows of the matrix are turned in
 * pairs until all are orthogonal. Of a symmetric matrix without negative eigenvalues they are then
 * its eigenvectors times their eigenvalues. gsl_eigen_symmv is not used because it works through
 * BLAS, whose order of sums depends on the processor. */
#include "vector/eigen.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"

enum { SWEEPS = 40, LANES = 4 };

/* The cosine of two rows that counts as orthogonal. */
static const double ORTHOGONAL = 1e-13;

/* LANES partial sums, added up in pairs; size is a multiple of LANES. */
static double dot(const double *a, const double *b, size_t size)
{
    double sum[LANES] = {0};
    for (size_t i = 0; i < size; i += LANES)
        for (size_t l = 0; l < LANES; l++)
            sum[l] += a[i + l] * b[i + l];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* Turns two rows so that they become orthogonal; false where they are. */
static bool turn(double *a, double *b, size_t size)
{
    double aa = dot(a, a, size), bb = dot(b, b, size), ab = dot(a, b, size);
    if (!(fabs(ab) > ORTHOGONAL * sqrt(aa) * sqrt(bb)))
        return false;
    double slope = (bb - aa) / (2 * ab);
    double tangent = (slope >= 0 ? 1 : -1) / (fabs(slope) + sqrt(1 + slope * slope));
    double cosine = 1 / sqrt(1 + tangent * tangent), sine = cosine * tangent;
    for (size_t i = 0; i < size; i++) {
        double x = a[i], y = b[i];
        a[i] = cosine * x - sine * y;
        b[i] = sine * x + cosine * y;
    }
    return true;
}

struct length {
    double value;
    uint32_t row;
};

static int compare_lengths(const void *a, const void *b)
{
    const struct length *x = a, *y = b;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* Rows of matrix → unit rows of sorted, by length; value: the lengths. */
static void sort_rows(double *value, double *sorted, struct length *length, const double *matrix,
                      uint32_t size)
{
    for (uint32_t i = 0; i < size; i++) {
        const double *row = matrix + (size_t)i * size;
        length[i] = (struct length){sqrt(dot(row, row, size)), i};
    }
    qsort(length, size, sizeof *length, compare_lengths);
    for (uint32_t i = 0; i < size; i++) {
        const double *row = matrix + (size_t)length[i].row * size;
        value[i] = length[i].value;
        for (uint32_t j = 0; j < size; j++)
            sorted[(size_t)i * size + j] = value[i] > 0 ? row[j] / value[i] : 0;
    }
}

int tdg_eigen(double *value, double *matrix, uint32_t size)
{
    size_t cells = (size_t)size * size;
    double *sorted = tdg_alloc(cells, sizeof *sorted);
    struct length *length = tdg_alloc(size, sizeof *length);
    int status = sorted && length ? TDG_OK : TDG_ENOMEM;
    if (status)
        goto out;
    bool turned = true;
    for (unsigned sweep = 0; turned && sweep < SWEEPS; sweep++) {
        turned = false;
        for (size_t p = 0; p < size; p++)
            for (size_t q = p + 1; q < size; q++)
                turned = turn(matrix + p * size, matrix + q * size, size) || turned;
    }
    sort_rows(value, sorted, length, matrix, size);
    memcpy(matrix, sorted, cells * sizeof *sorted);
out:
    free(sorted);
    free(length);
    return status;
}
