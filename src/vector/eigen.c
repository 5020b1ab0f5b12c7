// SPDX-License-Identifier: GPL-3.0-or-later
/* GSL's symmetric QR, kept away from its error handler, which ends the program: the shapes agree by
 * construction, the workspace is our memory instead of gsl_eigen_symmv_alloc's, which calls the
 * handler when there is none, and a value that is not finite, with which the iteration would never
 * end, is refused beforehand. */
#include "vector/eigen.h"

#include <gsl/gsl_eigen.h>
#include <math.h>
#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"

static bool is_finite(const double *matrix, size_t size)
{
    for (size_t i = 0; i < size; i++)
        for (size_t j = 0; j <= i; j++)
            if (!isfinite(matrix[i * size + j]))
                return false;
    return true;
}

int tdg_eigen(double *value, double *matrix, uint32_t size)
{
    enum { ARRAYS = 4 };
    if (size == 0)
        return TDG_OK;
    if (!is_finite(matrix, size))
        return TDG_EINVAL;
    size_t cells = (size_t)size * size;
    double *vectors = tdg_alloc(cells, sizeof *vectors);
    double *work = tdg_alloc(ARRAYS, size * sizeof *work);
    if (!vectors || !work) {
        free(vectors);
        free(work);
        return TDG_ENOMEM;
    }
    gsl_eigen_symmv_workspace workspace = {.size = size,
                                           .d = work,
                                           .sd = work + size,
                                           .gc = work + 2 * (size_t)size,
                                           .gs = work + 3 * (size_t)size};
    gsl_matrix_view given = gsl_matrix_view_array(matrix, size, size);
    gsl_matrix_view found = gsl_matrix_view_array(vectors, size, size);
    gsl_vector_view values = gsl_vector_view_array(value, size);
    gsl_eigen_symmv(&given.matrix, &values.vector, &found.matrix, &workspace);
    gsl_eigen_symmv_sort(&values.vector, &found.matrix, GSL_EIGEN_SORT_VAL_DESC);
    for (size_t i = 0; i < size; i++)
        value[i] = fmax(value[i], 0); /* rounding */
    memcpy(matrix, vectors, cells * sizeof *matrix);
    free(vectors);
    free(work);
    return TDG_OK;
}
