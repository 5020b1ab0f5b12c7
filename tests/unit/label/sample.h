// SPDX-License-Identifier: GPL-3.0-or-later
/* Small inputs of the stage, made from texts of words between blanks. */
#ifndef TDG_TESTS_LABEL_SAMPLE_H
#define TDG_TESTS_LABEL_SAMPLE_H

#include "label/label.h"

#include <tidings/error.h>

#include "base/workers.h"
#include "label/label_groups.h"
#include "unit/check.h"

enum { SAMPLE_ROWS = 64, SAMPLE_WORDS = 4096, SAMPLE_TERMS = 256 };

/* Terms are numbered in the order of `words`, which end with NULL. */
struct sample {
    struct tdg_streams streams;
    struct tdg_vocabulary vocabulary;
    struct tdg_matrix counts;
    struct tdg_grouping grouping;
    size_t begin[SAMPLE_ROWS + 1], row_begin[SAMPLE_ROWS + 1];
    uint32_t term[SAMPLE_WORDS], column[SAMPLE_WORDS], identity[SAMPLE_TERMS];
    float count[SAMPLE_WORDS];
    uint32_t group[SAMPLE_ROWS], copy_of[SAMPLE_ROWS];
    float weight[SAMPLE_ROWS];
    const char *words[SAMPLE_TERMS + 1];
};

static uint32_t sample_term(const struct sample *sample, const char *text, size_t length)
{
    for (uint32_t i = 0; sample->words[i]; i++)
        if (strlen(sample->words[i]) == length && memcmp(sample->words[i], text, length) == 0)
            return i;
    return TDG_BREAK; /* "|" and the like */
}

static void sample_counts(struct sample *sample, size_t row)
{
    size_t at = sample->row_begin[row];
    for (uint32_t c = 0; c < sample->counts.columns; c++) {
        float count = 0;
        for (size_t i = sample->begin[row]; i < sample->begin[row + 1]; i++)
            count += sample->term[i] == c ? 1.0F : 0.0F;
        if (count > 0) {
            sample->column[at] = c;
            sample->count[at++] = count;
        }
    }
    sample->row_begin[row + 1] = at;
}

/* words: what the terms are; texts: one an article. All in group 0, weight 1, no copies. */
static inline void sample_init(struct sample *sample, const char *const *words, size_t rows,
                               const char *const *texts)
{
    *sample = (struct sample){0};
    uint32_t terms = 0;
    for (; words[terms]; terms++) {
        sample->words[terms] = words[terms];
        sample->identity[terms] = terms;
    }
    sample->counts.columns = terms;
    size_t at = 0;
    for (size_t row = 0; row < rows; row++) {
        for (const char *text = texts[row]; *text; text += strspn(text, " ")) {
            size_t length = strcspn(text, " ");
            sample->term[at++] = sample_term(sample, text, length);
            text += length;
        }
        sample->begin[row + 1] = at;
        sample->copy_of[row] = TDG_NONE;
        sample->weight[row] = 1;
        sample_counts(sample, row);
    }
    sample->streams = (struct tdg_streams){.articles = rows,
                                           .begin = sample->begin,
                                           .term = sample->term,
                                           .term_count = terms,
                                           .stem = sample->words,
                                           .surface = sample->words};
    sample->vocabulary = (struct tdg_vocabulary){
        .columns = terms, .term = sample->identity, .column = sample->identity, .counted = rows};
    sample->counts.rows = rows;
    sample->counts.begin = sample->row_begin;
    sample->counts.column = sample->column;
    sample->counts.weight = sample->count;
    sample->grouping = (struct tdg_grouping){
        .rows = rows, .groups = 1, .group = sample->group, .closeness = sample->weight};
}

static inline struct tdg_labels sample_label(struct sample *sample, struct tdg_workers *workers)
{
    struct tdg_labels labels = {0};
    struct tdg_label_options options = tdg_label_defaults();
    struct tdg_label_input input = {.grouping = &sample->grouping,
                                    .counts = &sample->counts,
                                    .vocabulary = &sample->vocabulary,
                                    .streams = &sample->streams,
                                    .copy_of = sample->copy_of};
    assert_int_equal(tdg_label_groups(&labels, &input, &options, workers, NULL), TDG_OK);
    return labels;
}

#endif
