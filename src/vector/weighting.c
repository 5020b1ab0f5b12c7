// SPDX-License-Identifier: GPL-3.0-or-later
/* Counts → weights. A weight is (what the column is worth) × (what the count is worth); a method is
 * a row of the table below. */
#include "vector/weighting.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "vector/matrix.h"

enum { CHUNK = 1024 };

struct method {
    const char *name;
    /* n: articles in all, df: articles with the term, 0 < df ≤ n */
    double (*column)(double n, double df);
    /* length: terms of the row / terms of the mean row */
    double (*cell)(double count, double length, const struct tdg_vector_options *options);
};

/* Smoothed as if one more article had every term (scikit-learn's TfidfTransformer, smooth_idf);
 * the 1 keeps a term that all articles have. */
static double tfidf_column(double n, double df)
{
    return log((1 + n) / (1 + df)) + 1;
}

/* Sublinear: Manning, Raghavan and Schütze 2008, section 6.4.1. */
static double tfidf_cell(double count, double length, const struct tdg_vector_options *options)
{
    (void)length, (void)options;
    return 1 + log(count);
}

/* The inverse document frequency of BM25 goes down to nothing for common terms, which suits a
 * search; here they carry a subject, too. With the 1 of TF-IDF instead of this quarter the mean V
 * of ten corpora was the same, with BM25's own formula .005 lower. */
static double bm25_column(double n, double df)
{
    return log((1 + n) / (1 + df)) + 0.25;
}

/* Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", (3.15). */
static double bm25_cell(double count, double length, const struct tdg_vector_options *options)
{
    double k1 = options->bm25_k1, b = options->bm25_b;
    return count * (k1 + 1) / (count + k1 * (1 - b + b * length));
}

static const struct method methods[] = {
    {"tfidf", tfidf_column, tfidf_cell},
    {"bm25", bm25_column, bm25_cell},
};

struct weighing {
    const struct method *method;
    const struct tdg_vector_options *options;
    const struct tdg_matrix *counts;
    struct tdg_matrix *rows;
    double *worth; /* [columns] */
    double mean_length;
};

static const struct method *find_method(const char *name)
{
    for (size_t i = 0; name && i < sizeof methods / sizeof *methods; i++)
        if (strcmp(methods[i].name, name) == 0)
            return &methods[i];
    return NULL;
}

/* Counts are whole numbers, so this sum is exact in any order. */
static double total(const float *weight, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (double)weight[i];
    return sum;
}

static int compare_lengths(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* BM25 holds a long row's counts against its length, and so does each of its words the less. On
 * rows of newspaper length and more, logarithms of counts were better on six of seven corpora by
 * .01 to .09 V, on shorter ones as good or worse on six of eight. Such a row has about 400 words,
 * half of which are no stop words. */
static const double LONG_ROW = 210;

/* The method that suits the length of the rows, by their median. NULL when out of memory. */
static const struct method *suited_method(const struct tdg_matrix *rows,
                                          const struct tdg_matrix *counts)
{
    double *length = tdg_alloc(rows->rows, sizeof *length);
    size_t filled = 0;
    if (!length)
        return NULL;
    for (size_t i = 0; i < rows->rows; i++) {
        size_t cells = rows->begin[i + 1] - rows->begin[i];
        if (cells)
            length[filled++] = total(counts->weight + counts->begin[i], cells);
    }
    if (filled)
        qsort(length, filled, sizeof *length, compare_lengths);
    bool is_long = filled && length[filled / 2] >= LONG_ROW;
    free(length);
    return find_method(is_long ? "tfidf" : "bm25");
}

/* Over the rows that have words, into weighing->mean_length. */
static void measure_length(struct weighing *weighing)
{
    size_t filled = 0;
    double sum = 0;
    for (size_t i = 0; i < weighing->rows->rows; i++) {
        const size_t *begin = weighing->rows->begin + i;
        filled += begin[1] > begin[0];
        sum += total(weighing->counts->weight + weighing->counts->begin[i], begin[1] - begin[0]);
    }
    weighing->mean_length = filled ? sum / (double)filled : 0;
}

static void weigh_row(const struct weighing *weighing, size_t row)
{
    const struct tdg_matrix *rows = weighing->rows;
    size_t begin = rows->begin[row], end = rows->begin[row + 1];
    const float *count = weighing->counts->weight + weighing->counts->begin[row];
    float *weight = rows->weight;
    double length = total(count, end - begin) / weighing->mean_length;
    double square = 0;
    for (size_t at = begin; at < end; at++) {
        double cell = weighing->method->cell((double)count[at - begin], length, weighing->options);
        weight[at] = (float)(cell * weighing->worth[rows->column[at]]);
        square += (double)weight[at] * (double)weight[at];
    }
    double scale = square > 0 ? 1 / sqrt(square) : 0;
    for (size_t at = begin; at < end; at++)
        weight[at] = (float)((double)weight[at] * scale);
}

static int weigh_rows(void *context, const struct tdg_chunk *chunk)
{
    const struct weighing *weighing = context;
    for (size_t i = chunk->begin; i < chunk->end; i++)
        if (weighing->rows->begin[i + 1] > weighing->rows->begin[i])
            weigh_row(weighing, i);
    return TDG_OK;
}

/* How many cells of a row are words: phrases are the last columns. */
static size_t count_words(const struct tdg_matrix *counts, size_t row, uint32_t words)
{
    size_t end = counts->begin[row + 1];
    while (end > counts->begin[row] && counts->column[end - 1] >= words)
        end--;
    return end - counts->begin[row];
}

/* The shape of `counts` without its phrases, with room for the weights. */
static int allocate_rows(struct tdg_matrix *rows, const struct tdg_matrix *counts, uint32_t words)
{
    rows->rows = counts->rows;
    rows->columns = words;
    rows->begin = tdg_alloc(counts->rows + 1, sizeof *rows->begin);
    for (size_t i = 0; rows->begin && i < counts->rows; i++)
        rows->begin[i + 1] = rows->begin[i] + count_words(counts, i, words);
    size_t cells = rows->begin ? rows->begin[rows->rows] : 0;
    rows->column = tdg_alloc(cells, sizeof *rows->column);
    rows->weight = tdg_alloc(cells, sizeof *rows->weight);
    if (!rows->begin || !rows->column || !rows->weight)
        return TDG_ENOMEM;
    for (size_t i = 0; i < counts->rows; i++) {
        size_t length = rows->begin[i + 1] - rows->begin[i];
        if (length)
            memcpy(rows->column + rows->begin[i], counts->column + counts->begin[i],
                   length * sizeof *rows->column);
    }
    return TDG_OK;
}

static int check(const struct tdg_vector_options *options, const struct method *method,
                 struct tdg_error *error)
{
    if (!method)
        return tdg_fail(error, TDG_EINVAL, "unknown weighting '%s'",
                        options->weighting ? options->weighting : "");
    if (!(options->bm25_k1 >= 0 && options->bm25_k1 <= 1000))
        return tdg_fail(error, TDG_EINVAL, "k1 of BM25 must lie between 0 and 1000");
    if (!(options->bm25_b >= 0 && options->bm25_b <= 1))
        return tdg_fail(error, TDG_EINVAL, "b of BM25 must lie between 0 and 1");
    return TDG_OK;
}

int tdg_weigh(struct tdg_matrix *rows, const struct tdg_matrix *counts,
              const struct tdg_vocabulary *vocabulary, const struct tdg_vector_options *options,
              struct tdg_workers *workers, struct tdg_error *error)
{
    bool suited = options->weighting && strcmp(options->weighting, TDG_WEIGHTING_SUITED) == 0;
    const struct method *method = find_method(suited ? "bm25" : options->weighting);
    int status = check(options, method, error);
    if (status)
        return status;
    struct tdg_matrix made = {0};
    struct weighing weighing = {method, options, counts, &made, NULL, 0};
    uint32_t words = vocabulary->columns - vocabulary->phrases;
    weighing.worth = tdg_alloc(words, sizeof *weighing.worth);
    status = weighing.worth ? allocate_rows(&made, counts, words) : TDG_ENOMEM;
    if (status)
        goto out;
    if (suited)
        weighing.method = suited_method(&made, counts);
    if (!weighing.method) {
        status = TDG_ENOMEM;
        goto out;
    }
    for (uint32_t column = 0; column < words; column++)
        weighing.worth[column] = weighing.method->column((double)vocabulary->counted,
                                                         (double)vocabulary->articles[column]);
    measure_length(&weighing);
    status = tdg_workers_run(workers, made.rows, CHUNK, weigh_rows, &weighing);
out:
    free(weighing.worth);
    if (status) {
        tdg_matrix_done(&made);
        return tdg_fail_memory(error);
    }
    *rows = made;
    return TDG_OK;
}
