// SPDX-License-Identifier: GPL-3.0-or-later
/* Rows with groups that are known: row i belongs to group i % groups and has TERMS columns, drawn
 * from the WIDTH columns of its group but for one in eight, which is drawn from all. */
#ifndef TDG_TESTS_CLUSTER_PLANTED_H
#define TDG_TESTS_CLUSTER_PLANTED_H

#include "base/hash.h"

#include <stdbool.h>

#include "cluster/grouping.h"
#include "unit/check.h"
#include "vector/graph.h"
#include "vector/latent.h"
#include "vector/matrix.h"
#include "vector/nearest.h"
#include "vector/smooth.h"
#include "vector/vector.h"

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

/** What tdg_cluster works on, made from rows of length 1. Takes over the rows; `copy_of` is
 * borrowed and may be NULL. */
struct sample {
    struct tdg_matrix rows, counts, graph;
    struct tdg_dense latent, smoothed;
    struct tdg_cluster_input input;
};

static inline struct tdg_matrix counts_of(const struct tdg_matrix *rows)
{
    struct tdg_matrix counts = matrix_of(rows->rows, rows->columns, rows->begin[rows->rows]);
    for (size_t i = 0; i <= rows->rows; i++)
        counts.begin[i] = rows->begin[i];
    for (size_t at = 0; at < rows->begin[rows->rows]; at++) {
        counts.column[at] = rows->column[at];
        counts.weight[at] = 1;
    }
    return counts;
}

static inline void sample_init(struct sample *sample, struct tdg_matrix rows,
                               const uint32_t *copy_of)
{
    struct tdg_matrix nearest = {0};
    struct tdg_neighbour_options neighbours = tdg_neighbour_defaults();
    struct tdg_latent_options latent = tdg_latent_defaults();
    struct tdg_smooth_options smooth = tdg_smooth_defaults();
    *sample = (struct sample){.rows = rows, .counts = counts_of(&rows)};
    assert_int_equal(
        tdg_nearest_find(&nearest, &rows, copy_of, NULL, &neighbours, NULL, NULL, NULL), 0);
    assert_int_equal(tdg_graph_build(&sample->graph, &nearest, NULL), 0);
    assert_int_equal(tdg_latent_build(&sample->latent, &rows, copy_of, &latent, NULL, NULL, NULL),
                     0);
    assert_int_equal(
        tdg_smooth(&sample->smoothed, &sample->latent, &sample->graph, &rows, &smooth, NULL, NULL),
        0);
    tdg_matrix_done(&nearest);
    sample->input = (struct tdg_cluster_input){
        .counts = &sample->counts,
        .graph = &sample->graph,
        .latent = &sample->latent,
        .smoothed = &sample->smoothed,
        .copy_of = copy_of,
    };
}

static inline void sample_done(struct sample *sample)
{
    tdg_matrix_done(&sample->rows);
    tdg_matrix_done(&sample->counts);
    tdg_matrix_done(&sample->graph);
    tdg_dense_done(&sample->latent);
    tdg_dense_done(&sample->smoothed);
}

#endif
