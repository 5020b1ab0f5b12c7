// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cluster/kmeans.h"

static bool takes_part(const struct tdg_matrix *rows, const uint32_t *copy_of, size_t row)
{
    return rows->begin[row + 1] > rows->begin[row] && (!copy_of || copy_of[row] == TDG_NONE);
}

static int list_rows(struct tdg_points *points, const uint32_t *copy_of, size_t most)
{
    size_t all = 0;
    for (size_t i = 0; i < points->rows->rows; i++)
        all += takes_part(points->rows, copy_of, i);
    size_t wanted = most && most < all ? most : all;
    points->row = tdg_alloc(wanted, sizeof *points->row);
    if (!points->row)
        return TDG_ENOMEM;
    size_t seen = 0;
    for (size_t i = 0; i < points->rows->rows && points->count < wanted; i++) {
        if (!takes_part(points->rows, copy_of, i))
            continue;
        /* Evenly spread: the candidate that first reaches the next of `wanted` equal steps. */
        if (seen * wanted >= points->count * all)
            points->row[points->count++] = (uint32_t)i;
        seen++;
    }
    return TDG_OK;
}

/* Transposes by counting: begin[c + 1] first holds the length of column c, then where its next
 * posting goes. */
static int transpose(struct tdg_points *points)
{
    const struct tdg_matrix *rows = points->rows;
    size_t cells = 0;
    points->begin = tdg_alloc((size_t)rows->columns + 2, sizeof *points->begin);
    if (!points->begin)
        return TDG_ENOMEM;
    size_t *next = points->begin + 1;
    for (size_t p = 0; p < points->count; p++)
        for (size_t at = rows->begin[points->row[p]]; at < rows->begin[points->row[p] + 1]; at++) {
            next[rows->column[at] + 1]++;
            cells++;
        }
    points->point = tdg_alloc(cells, sizeof *points->point);
    points->weight = tdg_alloc(cells, sizeof *points->weight);
    if (!points->point || !points->weight)
        return TDG_ENOMEM;
    for (uint32_t column = 0; column < rows->columns; column++)
        next[column + 1] += next[column];
    for (size_t p = 0; p < points->count; p++)
        for (size_t at = rows->begin[points->row[p]]; at < rows->begin[points->row[p] + 1]; at++) {
            size_t to = next[rows->column[at]]++;
            points->point[to] = (uint32_t)p;
            points->weight[to] = rows->weight[at];
        }
    return TDG_OK;
}

int tdg_points_init(struct tdg_points *points, const struct tdg_matrix *rows,
                    const uint32_t *copy_of, size_t most, struct tdg_workers *workers)
{
    struct tdg_points made = {.rows = rows, .workers = workers};
    int status = list_rows(&made, copy_of, most);
    if (!status)
        status = transpose(&made);
    if (status)
        tdg_points_done(&made);
    else
        *points = made;
    return status;
}

void tdg_points_compare(float *cosine, const struct tdg_points *points, size_t point)
{
    const struct tdg_matrix *rows = points->rows;
    size_t row = points->row[point];
    memset(cosine, 0, points->count * sizeof *cosine);
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++) {
        uint32_t column = rows->column[at];
        float weight = rows->weight[at];
        for (size_t to = points->begin[column]; to < points->begin[column + 1]; to++)
            cosine[points->point[to]] += weight * points->weight[to];
    }
}

void tdg_points_done(struct tdg_points *points)
{
    free(points->row);
    free(points->begin);
    free(points->point);
    free(points->weight);
    *points = (struct tdg_points){0};
}
