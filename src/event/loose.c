// SPDX-License-Identifier: GPL-3.0-or-later
/* Not everything that is alike in some days happened in them. A week of a pandemic, Christmas, and
 * a matchday's tickers ("Arsenal v Chelsea: Premier League – live!") are held together by words
 * that were as frequent before; or by one word that is a little more frequent, and by no other.
 * Such a group is taken apart, and only what is much alike stays together. */
#include "event/loose.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "event/partition.h"

enum { FEWEST = 8 }; /* rows of a group that is judged */

struct judging {
    const struct tdg_event_rows *rows;
    const struct tdg_event_options *options;
    uint32_t *first; /* [rows] by part: its first row, TDG_NONE for none */
    uint32_t *next;  /* [rows] the next row of the same part */
    double *sum;     /* [columns] zeros between uses */
    bool *loose;     /* [rows] by part */
};

/* The largest share that one column has in the square of the sum of the rows. */
static double largest_share(struct judging *judging, uint32_t part)
{
    const struct tdg_matrix *matrix = &judging->rows->matrix;
    double square = 0, most = 0;
    for (uint32_t row = judging->first[part]; row != TDG_NONE; row = judging->next[row])
        for (size_t at = matrix->begin[row]; at < matrix->begin[row + 1]; at++)
            judging->sum[matrix->column[at]] += (double)matrix->weight[at];
    for (uint32_t row = judging->first[part]; row != TDG_NONE; row = judging->next[row])
        for (size_t at = matrix->begin[row]; at < matrix->begin[row + 1]; at++) {
            double sum = judging->sum[matrix->column[at]];
            square += sum * sum;
            most = fmax(most, sum * sum);
            judging->sum[matrix->column[at]] = 0;
        }
    return square > 0 ? most / square : 0;
}

static bool is_loose(struct judging *judging, uint32_t part)
{
    const struct tdg_event_options *options = judging->options;
    double burst = 0;
    size_t rows = 0;
    for (uint32_t row = judging->first[part]; row != TDG_NONE; row = judging->next[row], rows++)
        burst += (double)judging->rows->burst[row];
    if (rows < FEWEST)
        return false;
    burst /= (double)rows;
    return burst < options->calm ||
           (burst < options->one_worded && largest_share(judging, part) > options->word_share);
}

static int prepare(struct judging *judging, const uint32_t *part)
{
    size_t rows = judging->rows->matrix.rows;
    judging->first = tdg_alloc(rows, sizeof *judging->first);
    judging->next = tdg_alloc(rows, sizeof *judging->next);
    judging->sum = tdg_alloc(judging->rows->matrix.columns, sizeof *judging->sum);
    judging->loose = tdg_alloc(rows, sizeof *judging->loose);
    if (!judging->first || !judging->next || !judging->sum || !judging->loose)
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        judging->first[i] = TDG_NONE;
    for (size_t i = rows; i-- > 0;) {
        judging->next[i] = judging->first[part[i]];
        judging->first[part[i]] = (uint32_t)i;
    }
    return TDG_OK;
}

/* The pairs inside loose groups that are much alike. */
static int choose(struct tdg_pairs *chosen, const struct judging *judging, const uint32_t *part,
                  const struct tdg_pairs *pairs)
{
    chosen->items = tdg_alloc(pairs->count, sizeof *chosen->items);
    if (!chosen->items)
        return TDG_ENOMEM;
    for (size_t i = 0; i < pairs->count; i++) {
        const struct tdg_pair *pair = &pairs->items[i];
        if (part[pair->low] == part[pair->high] && judging->loose[part[pair->low]] &&
            (double)pair->likeness >= judging->options->strict)
            chosen->items[chosen->count++] = *pair;
    }
    return TDG_OK;
}

int tdg_loose_part(uint32_t *part, const struct tdg_event_rows *rows, const struct tdg_pairs *pairs,
                   const struct tdg_event_options *options)
{
    struct judging judging = {.rows = rows, .options = options};
    struct tdg_pairs chosen = {0};
    size_t count = rows->matrix.rows;
    uint32_t *again = tdg_alloc(count, sizeof *again);
    int status = again ? prepare(&judging, part) : TDG_ENOMEM;
    for (uint32_t i = 0; !status && i < count; i++)
        judging.loose[i] = judging.first[i] != TDG_NONE && is_loose(&judging, i);
    if (!status)
        status = choose(&chosen, &judging, part, pairs);
    if (!status)
        status = tdg_partition(again, count, &chosen, options->strict);
    for (size_t i = 0; !status && i < count; i++)
        if (judging.loose[part[i]])
            part[i] = again[i];
    if (!status)
        status = tdg_parts_name(part, count);
    free(again);
    free(chosen.items);
    free(judging.first);
    free(judging.next);
    free(judging.sum);
    free(judging.loose);
    return status;
}
