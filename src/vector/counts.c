// SPDX-License-Identifier: GPL-3.0-or-later
/* Streams → rows of counts, in two passes over fixed chunks of articles: the first finds how long
 * each row is, the second fills the rows in. Each worker has one number a column as scratch. */
#include "vector/counts.h"

#include <gsl/gsl_sort_uint.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "text/recurring.h"
#include "vector/matrix.h"

enum { CHUNK = 256 };

struct counting {
    const struct tdg_streams *streams;
    const struct tdg_vocabulary *vocabulary;
    struct tdg_matrix *counts;
    uint32_t *scratch; /* [workers][columns] zero between articles */
};

static uint32_t *scratch_of(const struct counting *counting, const struct tdg_chunk *chunk)
{
    return counting->scratch + (size_t)chunk->worker * counting->vocabulary->columns;
}

/* The column of a term, TDG_NONE for none. */
static uint32_t column_of(const struct counting *counting, uint32_t term)
{
    return term == TDG_BREAK ? TDG_NONE : counting->vocabulary->column[term];
}

/* The column of what stands at place `i` of an article: first its words, then its phrases. What is
 * part of a recurring column of titles is counted nowhere. */
static uint32_t column_at(const struct counting *counting, size_t article, size_t i)
{
    const struct tdg_streams *streams = counting->streams;
    size_t begin = streams->begin[article], words = streams->begin[article + 1] - begin;
    if (i < words)
        return tdg_in_recurring_column(streams, article, begin + i)
                   ? TDG_NONE
                   : column_of(counting, streams->term[begin + i]);
    struct tdg_phrases phrases = tdg_phrases_of(streams, article);
    const struct tdg_phrase *phrase = phrases.items ? phrases.items + (i - words) : NULL;
    return !phrase || tdg_phrase_in_rubric(streams, article, phrase)
               ? TDG_NONE
               : column_of(counting, phrase->term);
}

static size_t length_of(const struct tdg_streams *streams, size_t article)
{
    return streams->begin[article + 1] - streams->begin[article] +
           tdg_phrases_of(streams, article).count;
}

/* Counts one article into tally[column]; lists its columns, in the order of their first appearance,
 * where `seen` is given. Returns how many there are. */
static size_t tally_article(const struct counting *counting, size_t article, uint32_t *tally,
                            uint32_t *seen)
{
    size_t length = length_of(counting->streams, article), distinct = 0;
    for (size_t i = 0; i < length; i++) {
        uint32_t column = column_at(counting, article, i);
        if (column == TDG_NONE || tally[column]++ > 0)
            continue;
        if (seen)
            seen[distinct] = column;
        distinct++;
    }
    return distinct;
}

static void clear_article(const struct counting *counting, size_t article, uint32_t *tally)
{
    size_t length = length_of(counting->streams, article);
    for (size_t i = 0; i < length; i++) {
        uint32_t column = column_at(counting, article, i);
        if (column != TDG_NONE)
            tally[column] = 0;
    }
}

static int measure_rows(void *context, const struct tdg_chunk *chunk)
{
    struct counting *counting = context;
    uint32_t *tally = scratch_of(counting, chunk);
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        counting->counts->begin[i + 1] = tally_article(counting, i, tally, NULL);
        clear_article(counting, i, tally);
    }
    return TDG_OK;
}

static int fill_rows(void *context, const struct tdg_chunk *chunk)
{
    struct counting *counting = context;
    struct tdg_matrix *counts = counting->counts;
    uint32_t *tally = scratch_of(counting, chunk);
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        uint32_t *column = counts->column + counts->begin[i];
        float *weight = counts->weight + counts->begin[i];
        size_t distinct = tally_article(counting, i, tally, column);
        gsl_sort_uint(column, 1, distinct);
        for (size_t j = 0; j < distinct; j++) {
            weight[j] = (float)tally[column[j]];
            tally[column[j]] = 0;
        }
    }
    return TDG_OK;
}

static int allocate_cells(struct tdg_matrix *counts)
{
    for (size_t i = 0; i < counts->rows; i++)
        counts->begin[i + 1] += counts->begin[i];
    counts->column = tdg_alloc(counts->begin[counts->rows], sizeof *counts->column);
    counts->weight = tdg_alloc(counts->begin[counts->rows], sizeof *counts->weight);
    return counts->column && counts->weight ? TDG_OK : TDG_ENOMEM;
}

int tdg_counts_build(struct tdg_matrix *counts, const struct tdg_streams *streams,
                     const struct tdg_vocabulary *vocabulary, struct tdg_workers *workers,
                     struct tdg_error *error)
{
    struct tdg_matrix made = {.rows = streams->articles, .columns = vocabulary->columns};
    struct counting counting = {streams, vocabulary, &made, NULL};
    int status = TDG_ENOMEM;
    made.begin = tdg_alloc(made.rows + 1, sizeof *made.begin);
    counting.scratch =
        tdg_alloc(tdg_workers_count(workers), sizeof *counting.scratch * vocabulary->columns);
    if (!made.begin || !counting.scratch)
        goto out;
    status = tdg_workers_run(workers, made.rows, CHUNK, measure_rows, &counting);
    if (!status)
        status = allocate_cells(&made);
    if (!status)
        status = tdg_workers_run(workers, made.rows, CHUNK, fill_rows, &counting);
out:
    free(counting.scratch);
    if (status) {
        tdg_matrix_done(&made);
        return tdg_fail_memory(error);
    }
    *counts = made;
    return TDG_OK;
}
