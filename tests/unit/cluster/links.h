// SPDX-License-Identifier: GPL-3.0-or-later
/* A fit over a random graph and random dense rows, all of which take part. */
#ifndef TDG_TESTS_CLUSTER_LINKS_H
#define TDG_TESTS_CLUSTER_LINKS_H

#include "base/hash.h"

#include "cluster/fit.h"
#include "cluster/grouping.h"
#include "unit/check.h"
#include "vector/matrix.h"
#include "vector/vector.h"

struct links {
    struct tdg_matrix counts, graph;
    struct tdg_dense smoothed, latent;
    struct tdg_cluster_input input;
    struct tdg_fit fit;
    double *weight; /* [rows][rows] the graph in full */
};

static inline void *zeros(size_t count, size_t size)
{
    void *memory = calloc(count + 1, size);
    assert_non_null(memory);
    return memory;
}

static inline struct tdg_dense random_rows(size_t rows, uint32_t columns, uint64_t seed)
{
    struct tdg_dense dense = {rows, columns, zeros(rows * columns, sizeof(float))};
    for (size_t i = 0; i < rows; i++) {
        double square = 0;
        for (size_t c = 0; c < columns; c++) {
            double value = (double)(tdg_mix(seed + i * columns + c) % 2001) / 1000 - 1;
            dense.value[i * columns + c] = (float)value;
            square += value * value;
        }
        for (size_t c = 0; c < columns; c++)
            dense.value[i * columns + c] /= (float)sqrt(square);
    }
    return dense;
}

/* Rows i and j of the same piece (i % pieces) are linked with a chance of one in `sparse`. */
static inline void links_init(struct links *links, size_t rows, size_t pieces, uint64_t sparse,
                              uint32_t columns)
{
    *links = (struct links){.smoothed = random_rows(rows, columns, 7),
                            .latent = random_rows(rows, columns, 1 << 20)};
    links->weight = zeros(rows * rows, sizeof *links->weight);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < i; j++)
            if (i % pieces == j % pieces && tdg_mix(i * rows + j) % sparse == 0)
                links->weight[i * rows + j] = links->weight[j * rows + i] =
                    (double)(1 + tdg_mix(j * rows + i) % 8) / 8;
    links->graph = (struct tdg_matrix){rows, (uint32_t)rows, zeros(rows + 1, sizeof(size_t)),
                                       zeros(rows * rows, sizeof(uint32_t)),
                                       zeros(rows * rows, sizeof(float))};
    links->counts = (struct tdg_matrix){rows, 1, zeros(rows + 1, sizeof(size_t)),
                                        zeros(rows, sizeof(uint32_t)), zeros(rows, sizeof(float))};
    size_t at = 0;
    for (size_t i = 0; i < rows; i++) {
        for (uint32_t j = 0; j < rows; j++)
            if (links->weight[i * rows + j] > 0) {
                links->graph.column[at] = j;
                links->graph.weight[at++] = (float)links->weight[i * rows + j];
            }
        links->graph.begin[i + 1] = at;
        links->counts.begin[i + 1] = i + 1;
        links->counts.weight[i] = 1;
    }
    links->input = (struct tdg_cluster_input){
        .counts = &links->counts,
        .graph = &links->graph,
        .latent = &links->latent,
        .smoothed = &links->smoothed,
    };
    assert_int_equal(tdg_fit_init(&links->fit, &links->input, NULL), 0);
}

static inline void links_done(struct links *links)
{
    tdg_fit_done(&links->fit);
    tdg_matrix_done(&links->counts);
    tdg_matrix_done(&links->graph);
    tdg_dense_done(&links->smoothed);
    tdg_dense_done(&links->latent);
    free(links->weight);
}

#endif
