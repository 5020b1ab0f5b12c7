// SPDX-License-Identifier: GPL-3.0-or-later
/* All rows look for their nearest, a chunk of rows at a time. Each row has room for as many as are
 * wanted; at the end the gaps are closed. */
#include "vector/nearest.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "vector/best.h"
#include "vector/matrix.h"
#include "vector/nearest_search.h"

enum { CHUNK = 64, BATCH = 64 * CHUNK, MAX_NEIGHBOURS = 1000 };

struct finding {
    const uint32_t *copy_of;
    const int64_t *published;
    const struct tdg_neighbour_options *options;
    struct tdg_postings postings;
    struct tdg_search *search;  /* [workers] */
    struct tdg_candidate *best; /* [workers][kinds][neighbours] */
    /* By cosine, and by the mixed score where there is a meaning: row i at i * neighbours;
     * begin[i + 1] is its length until the end. */
    struct tdg_matrix found[2];
    unsigned kinds; /* 1 or 2 */
    size_t offset;  /* of the batch */
    size_t dated;   /* rows before the first undated one */
};

struct tdg_neighbour_options tdg_neighbour_defaults(void)
{
    return (struct tdg_neighbour_options){.neighbours = 20};
}

/* The first dated row at or after `time`. */
static size_t first_from(const struct finding *finding, int64_t time)
{
    size_t begin = 0, end = finding->dated;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (finding->published[middle] < time)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

/* The rows first ≤ j < last among which a row looks. */
static void window_of(const struct finding *finding, size_t row, uint32_t *first, uint32_t *last)
{
    int64_t window = finding->options->window;
    *first = 0;
    *last = (uint32_t)finding->postings.rows->rows;
    if (window == 0 || !finding->published || row >= finding->dated)
        return;
    int64_t time = finding->published[row];
    if (time >= INT64_MIN + window)
        *first = (uint32_t)first_from(finding, time - window);
    *last = (uint32_t)finding->dated;
    if (time < INT64_MAX - window)
        *last = (uint32_t)first_from(finding, time + window + 1);
}

static int compare_rows(const void *a, const void *b)
{
    const struct tdg_candidate *x = a, *y = b;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void keep(struct tdg_matrix *found, const struct tdg_best *best, size_t row)
{
    qsort(best->item, best->count, sizeof *best->item, compare_rows);
    for (size_t i = 0; i < best->count; i++) {
        found->column[row * best->most + i] = best->item[i].row;
        found->weight[row * best->most + i] = best->item[i].cosine;
    }
    found->begin[row + 1] = best->count;
}

static void find_row(struct finding *finding, unsigned worker, size_t row)
{
    uint32_t neighbours = finding->options->neighbours, first, last;
    struct tdg_candidate *item = finding->best + (size_t)worker * finding->kinds * neighbours;
    struct tdg_best best[2] = {{item, 0, neighbours}, {item + neighbours, 0, neighbours}};
    bool mixed = finding->kinds > 1;
    window_of(finding, row, &first, &last);
    tdg_search_run(&finding->search[worker], best, mixed ? best + 1 : NULL, (uint32_t)row, first,
                   last);
    for (unsigned k = 0; k < finding->kinds; k++)
        keep(&finding->found[k], &best[k], row);
}

static int find_rows(void *context, const struct tdg_chunk *chunk)
{
    struct finding *finding = context;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        size_t row = finding->offset + i;
        if (!finding->copy_of || finding->copy_of[row] == TDG_NONE)
            find_row(finding, chunk->worker, row);
    }
    return TDG_OK;
}

/* In batches, because the monitor is asked from this thread. */
static int find_all(struct finding *finding, struct tdg_workers *workers,
                    const struct tdg_monitor *monitor)
{
    size_t rows = finding->found[0].rows;
    int status = TDG_OK;
    for (; !status && finding->offset < rows; finding->offset += BATCH) {
        size_t left = rows - finding->offset;
        status = tdg_progress(monitor, "neighbours", finding->offset, rows);
        if (!status)
            status =
                tdg_workers_run(workers, left < BATCH ? left : BATCH, CHUNK, find_rows, finding);
    }
    return status;
}

/* Moves the rows together and gives back the room that was not needed. */
static void close_gaps(struct tdg_matrix *nearest, uint32_t neighbours)
{
    for (size_t i = 0; i < nearest->rows; i++) {
        size_t to = nearest->begin[i], count = nearest->begin[i + 1];
        memmove(nearest->column + to, nearest->column + i * neighbours,
                count * sizeof *nearest->column);
        memmove(nearest->weight + to, nearest->weight + i * neighbours,
                count * sizeof *nearest->weight);
        nearest->begin[i + 1] = to + count;
    }
    size_t cells = nearest->begin[nearest->rows] + 1;
    uint32_t *column = realloc(nearest->column, cells * sizeof *column);
    if (column)
        nearest->column = column;
    float *weight = realloc(nearest->weight, cells * sizeof *weight);
    if (weight)
        nearest->weight = weight;
}

static int make_room(struct tdg_matrix *found, size_t rows, uint32_t neighbours)
{
    found->rows = rows;
    found->columns = (uint32_t)rows;
    found->begin = tdg_alloc(rows + 1, sizeof *found->begin);
    found->column = tdg_alloc(rows + 1, neighbours * sizeof *found->column);
    found->weight = tdg_alloc(rows + 1, neighbours * sizeof *found->weight);
    return found->begin && found->column && found->weight ? TDG_OK : TDG_ENOMEM;
}

static int prepare(struct finding *finding, const struct tdg_matrix *rows,
                   const struct tdg_meaning *meaning, unsigned workers)
{
    uint32_t neighbours = finding->options->neighbours;
    int status = tdg_postings_init(&finding->postings, rows, meaning, finding->copy_of);
    for (unsigned k = 0; !status && k < finding->kinds; k++)
        status = make_room(&finding->found[k], rows->rows, neighbours);
    if (status)
        return status;
    finding->best = tdg_alloc(workers, (size_t)finding->kinds * neighbours * sizeof *finding->best);
    finding->search = tdg_alloc(workers, sizeof *finding->search);
    if (!finding->best || !finding->search)
        return TDG_ENOMEM;
    for (unsigned i = 0; !status && i < workers; i++)
        status = tdg_search_init(&finding->search[i], &finding->postings, neighbours);
    while (finding->published && finding->dated < rows->rows &&
           finding->published[finding->dated] != TDG_NO_DATE)
        finding->dated++;
    return status;
}

static void finding_done(struct finding *finding, unsigned workers)
{
    for (unsigned i = 0; finding->search && i < workers; i++)
        tdg_search_done(&finding->search[i]);
    free(finding->search);
    free(finding->best);
    tdg_postings_done(&finding->postings);
}

static int check(const struct tdg_matrix *rows, const struct tdg_neighbour_options *options,
                 struct tdg_error *error)
{
    if (options->neighbours < 1 || options->neighbours > MAX_NEIGHBOURS)
        return tdg_fail(error, TDG_EINVAL, "the number of neighbours must lie between 1 and %d",
                        MAX_NEIGHBOURS);
    if (options->window < 0)
        return tdg_fail(error, TDG_EINVAL, "the window of neighbours must not be negative");
    if (rows->rows >= UINT32_MAX)
        return tdg_fail(error, TDG_ELIMIT, "too many articles");
    return TDG_OK;
}

static int find(struct finding *finding, const struct tdg_matrix *rows,
                const struct tdg_meaning *meaning, struct tdg_workers *workers,
                const struct tdg_monitor *monitor, struct tdg_error *error)
{
    int status = check(rows, finding->options, error);
    if (status)
        return status;
    status = prepare(finding, rows, meaning, tdg_workers_count(workers));
    if (!status)
        status = find_all(finding, workers, monitor);
    finding_done(finding, tdg_workers_count(workers));
    for (unsigned k = 0; k < finding->kinds; k++)
        if (status)
            tdg_matrix_done(&finding->found[k]);
        else
            close_gaps(&finding->found[k], finding->options->neighbours);
    return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
}

int tdg_nearest_find(struct tdg_matrix *nearest, const struct tdg_matrix *rows,
                     const uint32_t *copy_of, const int64_t *published,
                     const struct tdg_neighbour_options *options, struct tdg_workers *workers,
                     const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct finding finding = {
        .copy_of = copy_of, .published = published, .options = options, .kinds = 1};
    int status = find(&finding, rows, NULL, workers, monitor, error);
    if (!status)
        *nearest = finding.found[0];
    return status;
}

int tdg_nearest_find_mixed(struct tdg_matrix *nearest, struct tdg_matrix *mixed,
                           const struct tdg_matrix *rows, const struct tdg_meaning *meaning,
                           const uint32_t *copy_of, const int64_t *published,
                           const struct tdg_neighbour_options *options, struct tdg_workers *workers,
                           const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct finding finding = {
        .copy_of = copy_of, .published = published, .options = options, .kinds = 2};
    int status = find(&finding, rows, meaning, workers, monitor, error);
    if (!status) {
        *nearest = finding.found[0];
        *mixed = finding.found[1];
    }
    return status;
}
