// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles as people write them, on their way to the labels. */
#ifndef TDG_TESTS_LABEL_CORPUS_H
#define TDG_TESTS_LABEL_CORPUS_H

#include "label/label.h"

#include <tidings/error.h>

#include "input/input.h"
#include "input/read.h"
#include "label/label_groups.h"
#include "text/streams.h"
#include "unit/articles.h"
#include "vector/counts.h"
#include "vector/matrix.h"
#include "vector/vocabulary.h"

struct corpus {
    struct tdg_articles articles;
    struct tdg_streams streams;
    struct tdg_vocabulary vocabulary;
    struct tdg_matrix counts;
    struct tdg_grouping grouping;
    uint32_t group[1000];
    float weight[1000];
    const char *titles[1000]; /* as they were written */
    bool sorted;              /* the words of bodies are in no order that says anything */
};

/* `times` articles with this title and text in a group. */
static inline void corpus_add_titled(struct corpus *corpus, uint32_t group, int times,
                                     const char *title, const char *text, const char *language)
{
    for (int i = 0; i < times; i++) {
        corpus->group[corpus->articles.count] = group;
        corpus->weight[corpus->articles.count] = 1;
        corpus->titles[corpus->articles.count] = title;
        add_article(&corpus->articles, title, text, "", language);
        if (group >= corpus->grouping.groups)
            corpus->grouping.groups = group + 1;
    }
}

static inline void corpus_add(struct corpus *corpus, uint32_t group, int times, const char *text,
                              const char *language)
{
    corpus_add_titled(corpus, group, times, "", text, language);
}

static inline struct tdg_labels corpus_label(struct corpus *corpus,
                                             const struct tdg_label_options *options)
{
    struct tdg_labels labels = {0};
    struct tdg_text_options text = tdg_text_defaults();
    struct tdg_vector_options vector = tdg_vector_defaults();
    text.sorted = corpus->sorted;
    vector.max_share = 1;
    vector.min_articles = 1;
    assert_int_equal(
        tdg_streams_build(&corpus->streams, &corpus->articles, &text, NULL, NULL, NULL), 0);
    assert_int_equal(
        tdg_vocabulary_build(&corpus->vocabulary, &corpus->streams, NULL, &vector, NULL), 0);
    assert_int_equal(
        tdg_counts_build(&corpus->counts, &corpus->streams, &corpus->vocabulary, NULL, NULL), 0);
    corpus->grouping.rows = corpus->articles.count;
    corpus->grouping.group = corpus->group;
    corpus->grouping.closeness = corpus->weight;
    struct tdg_label_input input = {.grouping = &corpus->grouping,
                                    .counts = &corpus->counts,
                                    .vocabulary = &corpus->vocabulary,
                                    .streams = &corpus->streams,
                                    .titles = corpus->titles};
    assert_int_equal(tdg_label_groups(&labels, &input, options, NULL, NULL), TDG_OK);
    return labels;
}

static inline void corpus_done(struct corpus *corpus)
{
    tdg_matrix_done(&corpus->counts);
    tdg_vocabulary_done(&corpus->vocabulary);
    tdg_streams_done(&corpus->streams);
    tdg_articles_done(&corpus->articles);
    *corpus = (struct corpus){0};
}

#endif
