// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/transpose.h"

#include <stdbool.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "vector/matrix.h"

static bool is_original(const uint32_t *copy_of, size_t row)
{
    return !copy_of || copy_of[row] == TDG_NONE;
}

/* next[c + 1] becomes where column c begins: one place higher than in the end, because filling in
 * moves each place on to the end of its column. */
static void place_columns(size_t *next, const struct tdg_matrix *rows, const uint32_t *copy_of)
{
    for (size_t i = 0; i < rows->rows; i++)
        if (is_original(copy_of, i))
            for (size_t at = rows->begin[i]; at < rows->begin[i + 1]; at++)
                next[rows->column[at] + 2]++;
    for (uint32_t column = 0; column < rows->columns; column++)
        next[column + 2] += next[column + 1];
}

static void fill(struct tdg_matrix *turned, const struct tdg_matrix *rows, const uint32_t *copy_of)
{
    size_t *next = turned->begin + 1;
    for (size_t i = 0; i < rows->rows; i++)
        if (is_original(copy_of, i))
            for (size_t at = rows->begin[i]; at < rows->begin[i + 1]; at++) {
                size_t to = next[rows->column[at]]++;
                turned->column[to] = (uint32_t)i;
                turned->weight[to] = rows->weight[at];
            }
}

int tdg_transpose(struct tdg_matrix *turned, const struct tdg_matrix *rows, const uint32_t *copy_of)
{
    struct tdg_matrix made = {.rows = rows->columns, .columns = (uint32_t)rows->rows};
    made.begin = tdg_alloc(made.rows + 2, sizeof *made.begin);
    if (!made.begin)
        return TDG_ENOMEM;
    place_columns(made.begin, rows, copy_of);
    size_t cells = made.begin[made.rows + 1];
    made.column = tdg_alloc(cells, sizeof *made.column);
    made.weight = tdg_alloc(cells, sizeof *made.weight);
    if (!made.column || !made.weight) {
        tdg_matrix_done(&made);
        return TDG_ENOMEM;
    }
    fill(&made, rows, copy_of);
    *turned = made;
    return TDG_OK;
}
