// SPDX-License-Identifier: GPL-3.0-or-later
/* Pairs by postings: the rows that have a column, in the order of time, so that those within reach
 * of a row follow it there. Sums of products are exact for each pair and in the order of the
 * columns of the earlier row. */
#include "event/pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "vector/matrix.h"
#include "vector/transpose.h"

enum { CHUNK = 256 };

/* Postings, and for each cell the first one behind it. */
struct postings {
    struct tdg_matrix rows; /* turned: a row is a column */
    size_t *after;          /* [cells] */
};

/* What one worker adds up. */
struct sums {
    float *sum;        /* [rows] zeros between uses */
    bool *several;     /* [rows] of those touched: by more columns than one */
    uint32_t *touched; /* [rows] */
};

struct found {
    struct tdg_pair *items;
    size_t count, capacity;
};

struct finding {
    const struct tdg_matrix *rows;
    const double *time;
    const bool *fresh;
    const struct tdg_pair_options *options;
    struct postings all, some; /* of every row, of the fresh ones */
    struct sums *sums;         /* [workers] */
    struct found *found;       /* [chunks] */
};

static int turn(struct postings *postings, const struct finding *finding, const bool *taken)
{
    const struct tdg_matrix *rows = finding->rows;
    uint32_t *left_out = taken ? tdg_alloc(rows->rows, sizeof *left_out) : NULL;
    size_t *next = tdg_alloc(rows->columns, sizeof *next);
    postings->after = tdg_alloc(rows->begin[rows->rows], sizeof *postings->after);
    int status = (!taken || left_out) && next && postings->after ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && taken && i < rows->rows; i++)
        left_out[i] = taken[i] ? TDG_NONE : 0;
    if (!status)
        status = tdg_transpose(&postings->rows, rows, left_out);
    if (!status)
        memcpy(next, postings->rows.begin, rows->columns * sizeof *next);
    for (size_t i = 0; !status && i < rows->rows; i++)
        for (size_t at = rows->begin[i]; at < rows->begin[i + 1]; at++)
            postings->after[at] = next[rows->column[at]] += !taken || taken[i];
    free(left_out);
    free(next);
    return status;
}

static size_t add_later(struct sums *sums, const struct finding *finding, size_t row)
{
    const struct tdg_matrix *rows = finding->rows;
    bool seeks_all = !finding->fresh || finding->fresh[row];
    const struct postings *postings = seeks_all ? &finding->all : &finding->some;
    double until = finding->time[row] + finding->options->reach;
    size_t count = 0;
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++) {
        size_t end = postings->rows.begin[rows->column[at] + 1];
        for (size_t to = postings->after[at]; to < end; to++) {
            uint32_t later = postings->rows.column[to];
            if (finding->time[later] > until)
                break;
            sums->several[later] = sums->sum[later] > 0;
            if (!sums->several[later])
                sums->touched[count++] = later;
            sums->sum[later] += rows->weight[at] * postings->rows.weight[to];
        }
    }
    return count;
}

static int by_likeness(const void *left, const void *right)
{
    const struct tdg_pair *a = left, *b = right;
    if (a->likeness > b->likeness || a->likeness < b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    return (a->high > b->high) - (a->high < b->high);
}

static int by_row(const void *left, const void *right)
{
    const struct tdg_pair *a = left, *b = right;
    return (a->high > b->high) - (a->high < b->high);
}

static int keep(struct found *found, struct sums *sums, size_t count, const struct finding *finding,
                size_t row)
{
    const struct tdg_pair_options *options = finding->options;
    struct tdg_pair *grown =
        tdg_grow(found->items, &found->capacity, found->count + count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    found->items = grown;
    struct tdg_pair *mine = grown + found->count;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t later = sums->touched[i];
        double likeness = (double)sums->sum[later];
        sums->sum[later] = 0;
        if (options->lone > 0 && !sums->several[later])
            likeness *= options->lone;
        if (likeness >= options->least) /* most are not, and exp() is dear */
            likeness *= exp((finding->time[row] - finding->time[later]) / options->decay);
        if (likeness >= options->least)
            mine[kept++] = (struct tdg_pair){(uint32_t)row, later, (float)likeness};
    }
    if (options->nearest && kept > options->nearest) {
        qsort(mine, kept, sizeof *mine, by_likeness);
        kept = options->nearest;
    }
    if (kept)
        qsort(mine, kept, sizeof *mine, by_row);
    found->count += kept;
    return TDG_OK;
}

static int find_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct finding *finding = context;
    struct sums *sums = &finding->sums[chunk->worker];
    int status = TDG_OK;
    for (size_t row = chunk->begin; !status && row < chunk->end; row++)
        status =
            keep(&finding->found[chunk->index], sums, add_later(sums, finding, row), finding, row);
    return status;
}

static int gather(struct tdg_pairs *pairs, const struct found *found, size_t chunks)
{
    size_t count = 0;
    for (size_t i = 0; i < chunks; i++)
        count += found[i].count;
    struct tdg_pair *items = tdg_alloc(count, sizeof *items);
    if (!items)
        return TDG_ENOMEM;
    *pairs = (struct tdg_pairs){items, count};
    for (size_t i = 0; i < chunks; i++) {
        if (found[i].count)
            memcpy(items, found[i].items, found[i].count * sizeof *items);
        items += found[i].count;
    }
    return TDG_OK;
}

static int prepare(struct finding *finding, unsigned workers, size_t chunks)
{
    size_t rows = finding->rows->rows;
    finding->sums = tdg_alloc(workers, sizeof *finding->sums);
    finding->found = tdg_alloc(chunks, sizeof *finding->found);
    int status = finding->sums && finding->found ? TDG_OK : TDG_ENOMEM;
    for (unsigned i = 0; !status && i < workers; i++) {
        struct sums *sums = &finding->sums[i];
        *sums = (struct sums){tdg_alloc(rows, sizeof *sums->sum),
                              tdg_alloc(rows, sizeof *sums->several),
                              tdg_alloc(rows, sizeof *sums->touched)};
        if (!sums->sum || !sums->several || !sums->touched)
            status = TDG_ENOMEM;
    }
    if (!status)
        status = turn(&finding->all, finding, NULL);
    if (!status && finding->fresh)
        status = turn(&finding->some, finding, finding->fresh);
    return status;
}

static void finding_done(struct finding *finding, unsigned workers, size_t chunks)
{
    for (unsigned i = 0; finding->sums && i < workers; i++) {
        free(finding->sums[i].sum);
        free(finding->sums[i].several);
        free(finding->sums[i].touched);
    }
    for (size_t i = 0; finding->found && i < chunks; i++)
        free(finding->found[i].items);
    free(finding->sums);
    free(finding->found);
    tdg_matrix_done(&finding->all.rows);
    tdg_matrix_done(&finding->some.rows);
    free(finding->all.after);
    free(finding->some.after);
}

int tdg_pairs_find(struct tdg_pairs *pairs, const struct tdg_matrix *rows, const double *time,
                   const bool *fresh, const struct tdg_pair_options *options,
                   struct tdg_workers *workers)
{
    struct finding finding = {.rows = rows, .time = time, .fresh = fresh, .options = options};
    unsigned threads = tdg_workers_count(workers);
    size_t chunks = tdg_chunk_count(rows->rows, CHUNK);
    int status = prepare(&finding, threads, chunks);
    if (!status)
        status = tdg_workers_run(workers, rows->rows, CHUNK, find_chunk, &finding);
    if (!status)
        status = gather(pairs, finding.found, chunks);
    finding_done(&finding, threads, chunks);
    return status;
}
