// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector. */
#ifndef TDG_VECTOR_EIGEN_H
#define TDG_VECTOR_EIGEN_H

#include <stdint.h>

/* Eigenvectors and eigenvalues, the largest first, of a symmetric matrix without negative
 * eigenvalues, of which the lower half is read. matrix [size][size] is replaced by the
 * eigenvectors, one a column. TDG_EINVAL for values that are not finite, TDG_ENOMEM. */
int tdg_eigen(double *value, double *matrix, uint32_t size);

#endif
