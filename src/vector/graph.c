// SPDX-License-Identifier: GPL-3.0-or-later
/* Directed neighbours → symmetric graph. Every edge is put under both of its ends, each row is
 * sorted by neighbour, and of an edge that came from both ends the larger weight is kept. */
#include "vector/graph.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "vector/best.h"
#include "vector/matrix.h"

enum { SCALE = 10 };

/* The mean cosine of the SCALE nearest, or of as many as there are; 0 without any. */
static double scale_of(const struct tdg_matrix *nearest, size_t row)
{
    struct tdg_candidate item[SCALE];
    struct tdg_best best = {item, 0, SCALE};
    for (size_t at = nearest->begin[row]; at < nearest->begin[row + 1]; at++)
        tdg_best_offer(&best, (struct tdg_candidate){nearest->weight[at], nearest->column[at]});
    double sum = 0;
    for (size_t i = 0; i < best.count; i++)
        sum += (double)item[i].cosine;
    return best.count ? sum / (double)best.count : 0;
}

/* edge: [2 × edges], room for all; next[i]: where the next edge of row i goes. The scale of a row
 * without neighbours of its own, which can still be a neighbour (of an undated article, say), is
 * taken from the other end. */
static void put_edges(struct tdg_candidate *edge, size_t *next, const struct tdg_matrix *nearest,
                      const double *scale)
{
    for (size_t i = 0; i < nearest->rows; i++)
        for (size_t at = nearest->begin[i]; at < nearest->begin[i + 1]; at++) {
            uint32_t j = nearest->column[at];
            double other = scale[j] > 0 ? scale[j] : scale[i];
            float weight = (float)((double)nearest->weight[at] / sqrt(scale[i] * other));
            edge[next[i]++] = (struct tdg_candidate){weight, j};
            edge[next[j]++] = (struct tdg_candidate){weight, (uint32_t)i};
        }
}

static int compare_edges(const void *a, const void *b)
{
    const struct tdg_candidate *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return x->cosine > y->cosine ? -1 : x->cosine < y->cosine;
}

/* Sorts the edges of a row and drops the smaller ones of pairs; returns how many are left. */
static size_t merge_row(struct tdg_candidate *edge, size_t count)
{
    size_t kept = 0;
    qsort(edge, count, sizeof *edge, compare_edges);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || edge[kept - 1].row != edge[i].row)
            edge[kept++] = edge[i];
    return kept;
}

/* Sets begin[] to where each row's edges begin before merging, and scale[]. */
static void measure(size_t *begin, double *scale, const struct tdg_matrix *nearest)
{
    for (size_t i = 0; i < nearest->rows; i++) {
        scale[i] = scale_of(nearest, i);
        begin[i + 1] += nearest->begin[i + 1] - nearest->begin[i];
        for (size_t at = nearest->begin[i]; at < nearest->begin[i + 1]; at++)
            begin[nearest->column[at] + 1]++;
    }
    for (size_t i = 0; i < nearest->rows; i++)
        begin[i + 1] += begin[i];
}

/* next[i] ends where the edges of row i end. They are merged in place, moved together, and copied
 * into the graph. */
static int finish(struct tdg_matrix *graph, struct tdg_candidate *edge, const size_t *next)
{
    size_t from = 0, cells = 0;
    for (size_t i = 0; i < graph->rows; i++) {
        size_t kept = merge_row(edge + from, next[i] - from);
        for (size_t j = 0; j < kept; j++)
            edge[cells + j] = edge[from + j];
        from = next[i];
        graph->begin[i] = cells;
        cells += kept;
    }
    graph->begin[graph->rows] = cells;
    graph->column = tdg_alloc(cells, sizeof *graph->column);
    graph->weight = tdg_alloc(cells, sizeof *graph->weight);
    if (!graph->column || !graph->weight)
        return TDG_ENOMEM;
    for (size_t at = 0; at < cells; at++) {
        graph->column[at] = edge[at].row;
        graph->weight[at] = edge[at].cosine;
    }
    return TDG_OK;
}

int tdg_graph_build(struct tdg_matrix *graph, const struct tdg_matrix *nearest,
                    struct tdg_error *error)
{
    size_t rows = nearest->rows;
    struct tdg_matrix made = {.rows = rows, .columns = nearest->columns};
    made.begin = tdg_alloc(rows + 1, sizeof *made.begin);
    size_t *next = tdg_alloc(rows + 1, sizeof *next);
    double *scale = tdg_alloc(rows, sizeof *scale);
    struct tdg_candidate *edge = tdg_alloc(nearest->begin[rows], 2 * sizeof *edge);
    int status = made.begin && next && scale && edge ? TDG_OK : TDG_ENOMEM;
    if (status)
        goto out;
    measure(next, scale, nearest);
    put_edges(edge, next, nearest, scale);
    status = finish(&made, edge, next);
out:
    free(next);
    free(scale);
    free(edge);
    if (status) {
        tdg_matrix_done(&made);
        return tdg_fail_memory(error);
    }
    *graph = made;
    return TDG_OK;
}
