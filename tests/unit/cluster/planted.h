// SPDX-License-Identifier: GPL-3.0-or-later
/* Rows with groups that are known: row i belongs to group i % groups and has TERMS columns, drawn
 * from the WIDTH columns of its group but for one in eight, which is drawn from all. */
#ifndef TDG_TESTS_CLUSTER_PLANTED_H
#define TDG_TESTS_CLUSTER_PLANTED_H

#include "base/hash.h"
#include "cluster/cluster.h"
#include "unit/check.h"

enum { WIDTH = 40, TERMS = 12 };

static inline struct tdg_matrix matrix_of(size_t rows, uint32_t columns, size_t cells)
{
    struct tdg_matrix matrix = {.rows = rows, .columns = columns};
    matrix.begin = calloc(rows + 1, sizeof *matrix.begin);
    matrix.column = calloc(cells + 1, sizeof *matrix.column);
    matrix.weight = calloc(cells + 1, sizeof *matrix.weight);
    assert_non_null(matrix.begin);
    assert_non_null(matrix.column);
    assert_non_null(matrix.weight);
    return matrix;
}

/* Adds a row of length 1 with equal weights on the marked columns. */
static inline void add_row(struct tdg_matrix *matrix, size_t row, const bool *marked)
{
    size_t at = matrix->begin[row];
    for (uint32_t column = 0; column < matrix->columns; column++)
        if (marked[column])
            matrix->column[at++] = column;
    for (size_t i = matrix->begin[row]; i < at; i++)
        matrix->weight[i] = (float)(1 / sqrt((double)(at - matrix->begin[row])));
    matrix->begin[row + 1] = at;
}

static inline struct tdg_matrix planted(size_t rows, uint32_t groups)
{
    uint32_t columns = groups * WIDTH;
    struct tdg_matrix matrix = matrix_of(rows, columns, rows * TERMS);
    bool *marked = calloc(columns, sizeof *marked);
    assert_non_null(marked);
    for (size_t row = 0; row < rows; row++) {
        memset(marked, 0, columns);
        for (size_t j = 0; j < TERMS; j++) {
            uint64_t random = tdg_mix(row * TERMS + j + 1);
            uint64_t own = row % groups * WIDTH + random % WIDTH;
            marked[random >> 61 ? own : (random >> 8) % columns] = true;
        }
        add_row(&matrix, row, marked);
    }
    free(marked);
    return matrix;
}

#endif
