// SPDX-License-Identifier: GPL-3.0-or-later
/* What short articles are about. Rows are computed one by one, and what they have in common is
 * summed up in their order: the same bytes from any number of threads. */
#include "vector/meaning.h"

#include <gsl/gsl_blas.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "text/spelling.h"
#include "text/text.h"
#include "vector/eigen.h"
#include "vector/word_table.h"
#include "vector/words.h"

enum { CHUNK = 256, MAX_COLUMNS = 64, MAX_SPELLING = 256 };

/* Up to SHORT distinct terms an article is short; from LONG on its own words say enough. With one
 * weight for all lengths long articles are grouped worse (V of bbc lower by .007). */
static const double SHORT = 10, LONG = 25;

/* Most of the collection must be short. With fewer short articles among long ones, of two kinds of
 * nearness, the number of themes jumps: reuters_r8 from 21 to 32, V .549 to .497; cyber_weekly from
 * 22 to 34, .366 to .332. */
static const double MIN_PART = 0.5;

/* What fewer articles have in common is what they are about. */
static const double FEWEST = 200;

/* The part of a short article's row that is its meaning. On titles of three corpora and beginnings
 * of articles of two V rises by .02 to .07 against words alone; with twice the part it falls. */
static const double JOINED = 0.1;

struct meaning {
    const struct tdg_meaning_input *input;
    const struct tdg_word_table *table;
    uint32_t *word; /* [columns of the rows] TDG_NONE where the table has none */
    float *sum;     /* [rows][columns] of length 1, or 0 */
    struct tdg_meaning *made;
    double mean[MAX_COLUMNS];
    double common[MAX_COLUMNS]; /* the direction in which they differ most */
};

void tdg_meaning_done(struct tdg_meaning *meaning)
{
    free(meaning->value);
    free(meaning->share);
    *meaning = (struct tdg_meaning){0};
}

static bool is_original(const struct tdg_meaning_input *input, size_t row)
{
    return !input->copy_of || input->copy_of[row] == TDG_NONE;
}

/* How much the meaning of a row counts, before it is known whether it has any. */
static double share_of(const struct tdg_meaning_input *input, size_t row)
{
    size_t terms = input->rows->begin[row + 1] - input->rows->begin[row];
    if (!input->english[row] || !is_original(input, row) || terms == 0)
        return 0;
    return fmax(0, fmin(1, (LONG - (double)terms) / (LONG - SHORT)));
}

/* False where there are too few short articles. */
static bool measure_shares(struct tdg_meaning *made, const struct tdg_meaning_input *input)
{
    double sum = 0;
    size_t originals = 0;
    for (size_t i = 0; i < made->rows; i++) {
        double share = share_of(input, i);
        made->share[i] = (float)share;
        sum += share;
        originals += is_original(input, i);
    }
    made->part = originals ? sum / (double)originals : 0;
    return sum >= FEWEST && sum >= MIN_PART * (double)originals;
}

/* By its usual spelling, else by its stem. An acronym that looks like another word ("US") is found
 * by the stem, which has its dots. */
static uint32_t find_term(const struct meaning *meaning, uint32_t term)
{
    const struct tdg_streams *streams = meaning->input->streams;
    const char *stem = streams->stem[term];
    char spelling[MAX_SPELLING];
    uint32_t found = TDG_NONE;
    if (strchr(stem, '.'))
        found = tdg_word_find(meaning->table, stem);
    if (found == TDG_NONE && strlen(streams->surface[term]) < MAX_SPELLING) {
        tdg_plain_spelling(streams->surface[term], spelling, sizeof spelling);
        found = tdg_word_find(meaning->table, spelling);
    }
    return found == TDG_NONE ? tdg_word_find(meaning->table, stem) : found;
}

/* Scales to length 1 and returns false for what has none. */
static bool normalise(double *value, uint32_t columns)
{
    double square = 0;
    for (uint32_t j = 0; j < columns; j++)
        square += value[j] * value[j];
    if (!(square > 0))
        return false;
    double scale = 1 / sqrt(square);
    for (uint32_t j = 0; j < columns; j++)
        value[j] *= scale;
    return true;
}

/* Adds the vector of a word of length 1. */
static void add_word(double *sum, const struct tdg_word_table *table, uint32_t word, double weight)
{
    const int8_t *value = table->value + (size_t)word * table->columns;
    double part[MAX_COLUMNS];
    for (uint32_t j = 0; j < table->columns; j++)
        part[j] = value[j];
    if (normalise(part, table->columns))
        for (uint32_t j = 0; j < table->columns; j++)
            sum[j] += weight * part[j];
}

static void add_up_row(struct meaning *meaning, size_t row)
{
    const struct tdg_matrix *rows = meaning->input->rows;
    uint32_t columns = meaning->table->columns;
    double sum[MAX_COLUMNS] = {0};
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++) {
        uint32_t word = meaning->word[rows->column[at]];
        if (word != TDG_NONE)
            add_word(sum, meaning->table, word, (double)rows->weight[at]);
    }
    if (!normalise(sum, columns))
        meaning->made->share[row] = 0;
    for (uint32_t j = 0; j < columns; j++)
        meaning->sum[row * columns + j] = (float)sum[j];
}

static int add_up_rows(void *context, const struct tdg_chunk *chunk)
{
    struct meaning *meaning = context;
    for (size_t i = chunk->begin; i < chunk->end; i++)
        if (meaning->made->share[i] > 0)
            add_up_row(meaning, i);
    return TDG_OK;
}

/* The mean of the rows, and the first eigenvector of their covariance. */
static int find_common(struct meaning *meaning)
{
    const struct tdg_meaning *made = meaning->made;
    uint32_t columns = made->columns;
    double *covariance = tdg_alloc(columns, columns * sizeof *covariance);
    double value[MAX_COLUMNS];
    size_t count = 0;
    if (!covariance)
        return TDG_ENOMEM;
    gsl_vector_const_view row = gsl_vector_const_view_array(value, columns);
    gsl_matrix_view lower = gsl_matrix_view_array(covariance, columns, columns);
    for (size_t i = 0; i < made->rows; i++) {
        count += made->share[i] > 0;
        for (uint32_t j = 0; made->share[i] > 0 && j < columns; j++)
            meaning->mean[j] += (double)meaning->sum[i * columns + j];
    }
    for (uint32_t j = 0; count && j < columns; j++)
        meaning->mean[j] /= (double)count;
    for (size_t i = 0; i < made->rows; i++) {
        if (!(made->share[i] > 0))
            continue;
        for (uint32_t j = 0; j < columns; j++)
            value[j] = (double)meaning->sum[i * columns + j] - meaning->mean[j];
        gsl_blas_dsyr(CblasLower, 1, &row.vector, &lower.matrix);
    }
    int status = tdg_eigen(value, covariance, columns);
    for (uint32_t j = 0; !status && j < columns; j++)
        meaning->common[j] = covariance[(size_t)j * columns];
    free(covariance);
    return status;
}

static int finish_rows(void *context, const struct tdg_chunk *chunk)
{
    struct meaning *meaning = context;
    struct tdg_meaning *made = meaning->made;
    uint32_t columns = made->columns;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        double value[MAX_COLUMNS], along = 0;
        for (uint32_t j = 0; j < columns; j++)
            value[j] = (double)meaning->sum[i * columns + j] - meaning->mean[j];
        for (uint32_t j = 0; j < columns; j++)
            along += value[j] * meaning->common[j];
        for (uint32_t j = 0; j < columns; j++)
            value[j] -= along * meaning->common[j];
        if (made->share[i] > 0 && normalise(value, columns))
            for (uint32_t j = 0; j < columns; j++)
                made->value[i * columns + j] = (int16_t)lrint(value[j] * TDG_MEANING_UNIT);
        else
            made->share[i] = 0;
    }
    return TDG_OK;
}

static int build(struct meaning *meaning, struct tdg_workers *workers)
{
    const struct tdg_meaning_input *input = meaning->input;
    struct tdg_meaning *made = meaning->made;
    made->columns = meaning->table->columns;
    made->value = tdg_alloc(made->rows, made->columns * sizeof *made->value);
    meaning->sum = tdg_alloc(made->rows, made->columns * sizeof *meaning->sum);
    meaning->word = tdg_alloc(input->rows->columns, sizeof *meaning->word);
    if (!made->value || !meaning->sum || !meaning->word)
        return TDG_ENOMEM;
    for (uint32_t c = 0; c < input->rows->columns; c++)
        meaning->word[c] = find_term(meaning, input->vocabulary->term[c]);
    int status = tdg_workers_run(workers, made->rows, CHUNK, add_up_rows, meaning);
    if (!status)
        status = find_common(meaning);
    if (!status)
        status = tdg_workers_run(workers, made->rows, CHUNK, finish_rows, meaning);
    return status;
}

int tdg_meaning_build(struct tdg_meaning *meaning, const struct tdg_meaning_input *input,
                      struct tdg_workers *workers, struct tdg_error *error)
{
    struct tdg_meaning made = {.rows = input->rows->rows};
    struct meaning job = {
        .input = input, .table = input->table ? input->table : &tdg_word_table, .made = &made};
    if (job.table->words == 0)
        return TDG_OK;
    int status = TDG_ENOMEM;
    made.share = tdg_alloc(made.rows, sizeof *made.share);
    if (made.share && !measure_shares(&made, input)) {
        free(made.share);
        return TDG_OK;
    }
    if (made.share)
        status = build(&job, workers);
    free(job.word);
    free(job.sum);
    if (status) {
        tdg_meaning_done(&made);
        return tdg_fail_memory(error);
    }
    *meaning = made;
    return TDG_OK;
}

int tdg_meaning_join(struct tdg_dense *rows, const struct tdg_meaning *meaning,
                     struct tdg_error *error)
{
    uint32_t columns = rows->columns + meaning->columns;
    float *value = tdg_alloc(rows->rows, columns * sizeof *value);
    if (!value)
        return tdg_fail_memory(error);
    for (size_t i = 0; i < rows->rows; i++) {
        double part = JOINED * (double)meaning->share[i];
        double own = sqrt(1 - part), other = sqrt(part) / TDG_MEANING_UNIT;
        const float *from = rows->value + i * rows->columns;
        const int16_t *e = meaning->value + i * meaning->columns;
        float *to = value + i * columns;
        for (uint32_t j = 0; j < rows->columns; j++)
            to[j] = (float)(own * (double)from[j]);
        for (uint32_t j = 0; j < meaning->columns; j++)
            to[rows->columns + j] = (float)(other * e[j]);
    }
    free(rows->value);
    *rows = (struct tdg_dense){rows->rows, columns, value};
    return TDG_OK;
}
