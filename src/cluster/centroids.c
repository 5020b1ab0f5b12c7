// SPDX-License-Identifier: GPL-3.0-or-later
/* Centroids and their products with sparse rows.
 *
 * Both loops give the same bytes on every processor and for any number of threads. Sums go column
 * by column over the postings, which stand in the order of the points; a column belongs to one
 * chunk, so that no two workers add to the same number. Products keep one accumulator a group,
 * whatever the width of the registers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cluster/kmeans.h"

enum { CHUNK = 2048 };

/* A vector of the compiler: one register of any x86-64 or ARM processor. Lanes never mix. */
enum { LANES = 4 };
typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

int tdg_centroids_init(struct tdg_centroids *centroids, uint32_t columns, uint32_t groups)
{
    size_t stride = ((size_t)groups + LANES - 1) / LANES * LANES;
    struct tdg_centroids made = {.groups = groups, .stride = stride};
    if (columns && stride > SIZE_MAX / sizeof(float) / columns)
        return TDG_ENOMEM;
    made.value = tdg_alloc((size_t)columns * stride, sizeof *made.value);
    made.scale = tdg_alloc(stride, sizeof *made.scale);
    if (!made.value || !made.scale) {
        tdg_centroids_done(&made);
        return TDG_ENOMEM;
    }
    *centroids = made;
    return TDG_OK;
}

void tdg_centroids_done(struct tdg_centroids *centroids)
{
    free(centroids->value);
    free(centroids->scale);
    *centroids = (struct tdg_centroids){0};
}

struct summing {
    struct tdg_centroids *centroids;
    const struct tdg_points *points;
    const uint32_t *group;
    double *square; /* [chunks][stride] squared lengths over the columns of the chunk */
    double *sum;    /* [workers][stride] */
};

static int sum_columns(void *context, const struct tdg_chunk *chunk)
{
    struct summing *summing = context;
    const struct tdg_points *points = summing->points;
    size_t stride = summing->centroids->stride;
    double *square = summing->square + chunk->index * stride;
    double *sum = summing->sum + chunk->worker * stride;
    for (size_t column = chunk->begin; column < chunk->end; column++) {
        size_t begin = points->begin[column], end = points->begin[column + 1];
        float *value = summing->centroids->value + column * stride;
        if (begin == end)
            continue; /* stays zero */
        memset(sum, 0, stride * sizeof *sum);
        for (size_t at = begin; at < end; at++) {
            uint32_t group = summing->group[points->point[at]];
            if (group != TDG_NONE)
                sum[group] += (double)points->weight[at];
        }
        for (size_t g = 0; g < stride; g++) {
            value[g] = (float)sum[g];
            square[g] += sum[g] * sum[g];
        }
    }
    return TDG_OK;
}

int tdg_centroids_sum(struct tdg_centroids *centroids, const struct tdg_points *points,
                      const uint32_t *group)
{
    size_t columns = points->rows->columns, stride = centroids->stride;
    size_t chunks = tdg_chunk_count(columns, CHUNK);
    double *square = tdg_alloc(chunks + 1, stride * sizeof *square);
    double *sum = tdg_alloc(tdg_workers_count(points->workers), stride * sizeof *sum);
    int status = TDG_ENOMEM;
    if (!square || !sum)
        goto out;
    struct summing summing = {centroids, points, group, square, sum};
    status = tdg_workers_run(points->workers, columns, CHUNK, sum_columns, &summing);
    if (status)
        goto out;
    double *whole = square + chunks * stride;
    for (size_t chunk = 0; chunk < chunks; chunk++)
        for (size_t g = 0; g < stride; g++)
            whole[g] += square[chunk * stride + g];
    for (size_t g = 0; g < stride; g++)
        centroids->scale[g] = whole[g] > 0 ? (float)(1 / sqrt(whole[g])) : 0;
out:
    free(square);
    free(sum);
    return status;
}

/* Groups first ≤ g < first + vectors × LANES. `vectors` is a constant wherever this is inlined, so
 * that the sums stay in registers. */
static inline void score_block(const struct tdg_centroids *centroids, size_t first,
                               const unsigned vectors, const uint32_t *column, const float *weight,
                               size_t terms, float *score)
{
    const float *table = centroids->value + first;
    lanes sum[4] = {{0}};
    for (size_t j = 0; j < terms; j++)
        for (unsigned v = 0; v < vectors; v++) {
            lanes value;
            memcpy(&value, table + column[j] * centroids->stride + (size_t)v * LANES, sizeof value);
            sum[v] += value * weight[j];
        }
    memcpy(score + first, sum, vectors * sizeof *sum);
}

void tdg_centroids_score(const struct tdg_centroids *centroids, const struct tdg_matrix *rows,
                         size_t row, float *score)
{
    const uint32_t *column = rows->column + rows->begin[row];
    const float *weight = rows->weight + rows->begin[row];
    size_t terms = rows->begin[row + 1] - rows->begin[row];
    size_t stride = centroids->stride, g = 0;
    for (; g + (size_t)4 * LANES <= stride; g += (size_t)4 * LANES)
        score_block(centroids, g, 4, column, weight, terms, score);
    for (; g < stride; g += LANES)
        score_block(centroids, g, 1, column, weight, terms, score);
    for (g = 0; g < stride; g++)
        score[g] *= centroids->scale[g];
}
