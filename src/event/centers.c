// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/centers.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "vector/matrix.h"

int tdg_centers_init(struct tdg_centers *centers, const struct tdg_event_rows *rows)
{
    size_t count = rows->matrix.rows, cells = rows->matrix.begin[count];
    *centers = (struct tdg_centers){
        .rows = rows,
        .items = tdg_alloc(count, sizeof(struct tdg_center)),
        .mean = tdg_alloc(count, sizeof(double)),
        .slot = tdg_alloc(count, sizeof(uint32_t)),
        .member = tdg_alloc(count, sizeof(uint32_t)),
        .sum = tdg_alloc(rows->matrix.columns, sizeof(double)),
        .matrix = {.columns = rows->matrix.columns,
                   .begin = tdg_alloc(count + 1, sizeof(size_t)),
                   .column = tdg_alloc(cells, sizeof(uint32_t)),
                   .weight = tdg_alloc(cells, sizeof(float))},
    };
    const struct tdg_matrix *matrix = &centers->matrix;
    return centers->items && centers->mean && centers->slot && centers->member && centers->sum &&
                   matrix->begin && matrix->column && matrix->weight
               ? TDG_OK
               : TDG_ENOMEM;
}

void tdg_centers_done(struct tdg_centers *centers)
{
    free(centers->items);
    free(centers->mean);
    free(centers->slot);
    free(centers->member);
    free(centers->sum);
    tdg_matrix_done(&centers->matrix);
    *centers = (struct tdg_centers){0};
}

static int by_mean(const void *left, const void *right)
{
    const struct tdg_center *a = left, *b = right;
    if (a->mean < b->mean || a->mean > b->mean)
        return a->mean < b->mean ? -1 : 1;
    return (a->part > b->part) - (a->part < b->part);
}

static void list_groups(struct tdg_centers *centers, const uint32_t *part)
{
    const double *day = centers->rows->day;
    size_t rows = centers->rows->matrix.rows;
    centers->count = 0;
    for (uint32_t i = 0; i < rows; i++) {
        if (part[i] == TDG_NONE)
            continue;
        if (part[i] == i) { /* the lowest row comes first */
            centers->slot[i] = (uint32_t)centers->count;
            centers->items[centers->count++] = (struct tdg_center){.first = day[i], .part = i};
        }
        struct tdg_center *center = &centers->items[centers->slot[part[i]]];
        center->last = day[i];
        center->mean += day[i];
        center->rows++;
    }
    for (size_t i = 0; i < centers->count; i++)
        centers->items[i].mean /= centers->items[i].rows;
    if (centers->count)
        qsort(centers->items, centers->count, sizeof *centers->items, by_mean);
}

static void list_members(struct tdg_centers *centers, const uint32_t *part)
{
    size_t begin = 0;
    for (size_t i = 0; i < centers->count; i++) {
        struct tdg_center *center = &centers->items[i];
        centers->slot[center->part] = (uint32_t)i;
        centers->mean[i] = center->mean;
        center->begin = begin;
        begin += center->rows;
        center->rows = 0;
    }
    for (uint32_t i = 0; i < centers->rows->matrix.rows; i++) {
        if (part[i] == TDG_NONE)
            continue;
        struct tdg_center *center = &centers->items[centers->slot[part[i]]];
        centers->member[center->begin + center->rows++] = i;
    }
}

/* Its columns in the order in which its rows bring them. */
static void add_up(struct tdg_centers *centers, size_t number)
{
    const struct tdg_matrix *rows = &centers->rows->matrix;
    const struct tdg_center *center = &centers->items[number];
    struct tdg_matrix *matrix = &centers->matrix;
    size_t begin = matrix->begin[number], end = begin;
    double square = 0;
    for (size_t i = center->begin; i < center->begin + center->rows; i++) {
        uint32_t row = centers->member[i];
        for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++) {
            if (centers->sum[rows->column[at]] <= 0)
                matrix->column[end++] = rows->column[at];
            centers->sum[rows->column[at]] += (double)rows->weight[at];
        }
    }
    for (size_t at = begin; at < end; at++)
        square += centers->sum[matrix->column[at]] * centers->sum[matrix->column[at]];
    for (size_t at = begin; at < end; at++) {
        matrix->weight[at] = (float)(centers->sum[matrix->column[at]] / sqrt(square));
        centers->sum[matrix->column[at]] = 0;
    }
    matrix->begin[number + 1] = end;
}

void tdg_centers_find(struct tdg_centers *centers, const uint32_t *part)
{
    list_groups(centers, part);
    list_members(centers, part);
    for (size_t i = 0; i < centers->count; i++)
        add_up(centers, i);
    centers->matrix.rows = centers->count;
}
