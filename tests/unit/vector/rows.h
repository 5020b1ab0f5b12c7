// SPDX-License-Identifier: GPL-3.0-or-later
/* Sparse rows for tests, from a small generator of numbers of its own. */
#ifndef TESTS_UNIT_VECTOR_ROWS_H
#define TESTS_UNIT_VECTOR_ROWS_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "unit/check.h"
#include "vector/vector.h"

static inline uint32_t next_number(uint64_t *state)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*state >> 33);
}

/* Takes dense [rows][columns], keeps what is not 0, and scales each row to length 1. */
static inline struct tdg_matrix rows_of(const double *dense, size_t rows, uint32_t columns)
{
    struct tdg_matrix made = {.rows = rows, .columns = columns};
    made.begin = calloc(rows + 1, sizeof *made.begin);
    made.column = calloc(rows * columns + 1, sizeof *made.column);
    made.weight = calloc(rows * columns + 1, sizeof *made.weight);
    assert_true(made.begin && made.column && made.weight);
    for (size_t i = 0; i < rows; i++) {
        const double *row = dense + i * columns;
        double square = 0;
        size_t at = made.begin[i];
        for (uint32_t j = 0; j < columns; j++)
            square += row[j] * row[j];
        for (uint32_t j = 0; j < columns; j++)
            if (row[j] != 0) {
                made.column[at] = j;
                made.weight[at++] = (float)(row[j] / sqrt(square));
            }
        made.begin[i + 1] = at;
    }
    return made;
}

/* Rows of up to `longest` columns, low ones more frequent; every ninth is empty, every seventh is
 * the same as the one three before it, and weights are few, so that there are ties. */
static inline struct tdg_matrix random_rows(size_t rows, uint32_t columns, uint32_t longest,
                                            uint64_t seed)
{
    double *dense = calloc(rows * columns + 1, sizeof *dense);
    assert_non_null(dense);
    for (size_t i = 0; i < rows; i++) {
        double *row = dense + i * columns;
        uint32_t length = i % 9 == 4 ? 0 : 1 + next_number(&seed) % longest;
        for (uint32_t k = 0; k < length; k++) {
            uint32_t among = 1 + next_number(&seed) % columns;
            row[next_number(&seed) % among] = 1 + next_number(&seed) % 3;
        }
        if (i % 7 == 3)
            for (uint32_t j = 0; j < columns; j++)
                row[j] = dense[(i - 3) * columns + j];
    }
    struct tdg_matrix made = rows_of(dense, rows, columns);
    free(dense);
    return made;
}

static inline void assert_same_matrix(const struct tdg_matrix *a, const struct tdg_matrix *b)
{
    assert_int_equal(a->rows, b->rows);
    assert_int_equal(a->columns, b->columns);
    assert_memory_equal(a->begin, b->begin, (a->rows + 1) * sizeof *a->begin);
    assert_memory_equal(a->column, b->column, a->begin[a->rows] * sizeof *a->column);
    assert_memory_equal(a->weight, b->weight, a->begin[a->rows] * sizeof *a->weight);
}

#endif
