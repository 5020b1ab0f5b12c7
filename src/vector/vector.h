// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 4: terms → numbers. */
#ifndef TDG_VECTOR_VECTOR_H
#define TDG_VECTOR_VECTOR_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "text/text.h"

/** The terms that are used as columns. {0} is empty. */
struct tdg_vocabulary {
    uint32_t columns;
    uint32_t *term;     /* [columns] numbers in the streams, ascending */
    uint32_t *articles; /* [columns] articles that have it: document frequency */
    uint32_t *column;   /* [term_count of the streams] TDG_NONE where the term is not used */
    size_t counted;     /* articles the frequencies were counted over */
};

/** Sparse rows in compressed form. Row i has the columns column[begin[i]] …, ascending. {0} is
 * empty. */
struct tdg_matrix {
    size_t rows;
    uint32_t columns;
    size_t *begin;    /* [rows + 1] */
    uint32_t *column; /* [begin[rows]] */
    float *weight;    /* [begin[rows]] */
};

void tdg_vocabulary_done(struct tdg_vocabulary *vocabulary);
void tdg_matrix_done(struct tdg_matrix *matrix);

struct tdg_vector_options {
    const char *weighting; /* a name of the table in vector/weighting.c: "tfidf", "bm25" */
    uint32_t min_articles; /* a term in fewer articles is not used; 0: chosen from their number */
    double max_share;      /* a term in a larger share of the articles of is not used, 0 to 1 */
    uint32_t most_terms;   /* the most frequent ones are kept; 0: no limit */
    double bm25_k1;        /* 1.2 */
    double bm25_b;         /* 0.75 */
};

struct tdg_vector_options tdg_vector_defaults(void);

/** Chooses the vocabulary. Only articles with copy_of[i] == TDG_NONE are counted; copy_of may be
 * NULL: then all are. */
int tdg_vocabulary_build(struct tdg_vocabulary *vocabulary, const struct tdg_streams *streams,
                         const uint32_t *copy_of, const struct tdg_vector_options *options,
                         struct tdg_error *error);

/** Rows of how often each column's term stands in each article (weight = count). */
int tdg_counts_build(struct tdg_matrix *counts, const struct tdg_streams *streams,
                     const struct tdg_vocabulary *vocabulary, struct tdg_workers *workers,
                     struct tdg_error *error);

/** Rows weighted by the option's method and scaled to length 1; a row without terms stays empty.
 * Same shape as counts. */
int tdg_weigh(struct tdg_matrix *rows, const struct tdg_matrix *counts,
              const struct tdg_vocabulary *vocabulary, const struct tdg_vector_options *options,
              struct tdg_workers *workers, struct tdg_error *error);

#endif
