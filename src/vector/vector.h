// SPDX-License-Identifier: GPL-3.0-or-later
/** Terms → numbers. */
#ifndef TDG_VECTOR_VECTOR_H
#define TDG_VECTOR_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/text.h"

/** The terms that are used as columns. {0} is empty. */
struct tdg_vocabulary {
    uint32_t columns;
    uint32_t phrases;   /* the last ones of the columns: they are counted but not weighted */
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

/** Dense rows, row-major. {0} is empty. */
struct tdg_dense {
    size_t rows;
    uint32_t columns;
    float *value; /* [rows][columns] */
};

/** … tfidf for long rows, bm25 for others. */
#define TDG_WEIGHTING_SUITED "auto"

struct tdg_vector_options {
    const char *weighting; /* a name of the table in vector/weighting.c: "tfidf", "bm25", or … */
    uint32_t min_articles; /* a term in fewer articles is not used; 0: chosen from their number */
    double max_share;      /* a term in a larger share of the articles of is not used, 0 to 1 */
    uint32_t max_terms;    /* the most frequent ones are kept; 0: no limit */
    bool skip_weak;        /* words of no subject are not used: see tdg_is_weak_word */
    double bm25_k1;        /* 1.2 */
    double bm25_b;         /* 0.75 */
};

struct tdg_neighbour_options {
    uint32_t neighbours; /* nearest articles kept for each, 1 to 1000 */
    int64_t window;      /* seconds: only articles published within it of each other; 0: no limit.
                            Undated articles look at all, dated ones at dated ones only */
};

struct tdg_word_table;

/** What short English articles are about, by the vectors of their words: two titles on one subject
 * often have no word in common. {0}: it does not count. */
struct tdg_meaning {
    size_t rows;
    uint32_t columns; /* 0 for {0} */
    int16_t *value;   /* [rows][columns] of length TDG_MEANING_UNIT, or 0 */
    float *share;     /* [rows] 1 for a short article, less for a longer one, 0: nothing is known */
    double part;      /* the mean of the shares, over originals: 0 to 1 */
};

/* Sums of products of two rows fit into 32 bits and are exact in any order. */
enum { TDG_MEANING_UNIT = 1 << 14 };

struct tdg_meaning_input {
    const struct tdg_matrix *rows;
    const struct tdg_vocabulary *vocabulary;
    const struct tdg_streams *streams;
    const uint32_t *copy_of;            /* may be NULL */
    const bool *english;                /* [rows] */
    const struct tdg_word_table *table; /* NULL: the one in the program */
};

struct tdg_latent_options {
    uint32_t rank;             /* columns; fewer where the rows have fewer dimensions */
    unsigned power_iterations; /* more: closer to the exact decomposition */
    uint64_t seed;
};

struct tdg_smooth_options {
    unsigned steps;
    double strength;          /* of a row itself against its neighbours, without any term */
    double strength_per_term; /* added for each distinct term */
    double max_strength;      /* not more than this */
};

#endif
