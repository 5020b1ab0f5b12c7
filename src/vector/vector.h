// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 4: terms → numbers. */
#ifndef TDG_VECTOR_VECTOR_H
#define TDG_VECTOR_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/monitor.h>

#include "base/workers.h"
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

void tdg_vocabulary_done(struct tdg_vocabulary *vocabulary);
void tdg_matrix_done(struct tdg_matrix *matrix);
void tdg_dense_done(struct tdg_dense *dense);

/** … tfidf for long rows, bm25 for others. */
#define TDG_WEIGHTING_SUITED "auto"

struct tdg_vector_options {
    const char *weighting; /* a name of the table in vector/weighting.c: "tfidf", "bm25", or … */
    uint32_t min_articles; /* a term in fewer articles is not used; 0: chosen from their number */
    double max_share;      /* a term in a larger share of the articles of is not used, 0 to 1 */
    uint32_t most_terms;   /* the most frequent ones are kept; 0: no limit */
    bool skip_weak;        /* words of no subject are not used: see tdg_is_weak_word */
    double bm25_k1;        /* 1.2 */
    double bm25_b;         /* 0.75 */
};

struct tdg_vector_options tdg_vector_defaults(void);

/** Chooses the vocabulary; most_terms is a limit of words. Only articles with copy_of[i] ==
 * TDG_NONE are counted; copy_of may be NULL: then all are. */
int tdg_vocabulary_build(struct tdg_vocabulary *vocabulary, const struct tdg_streams *streams,
                         const uint32_t *copy_of, const struct tdg_vector_options *options,
                         struct tdg_error *error);

/** Rows of how often each column's term stands in each article (weight = count). */
int tdg_counts_build(struct tdg_matrix *counts, const struct tdg_streams *streams,
                     const struct tdg_vocabulary *vocabulary, struct tdg_workers *workers,
                     struct tdg_error *error);

/** Rows weighted by the option's method and scaled to length 1; a row without terms stays empty.
 * rows->columns leaves out the phrases, which say again what their words say (with them V of
 * newsgroups20 and agnews was lower by .02). */
int tdg_weigh(struct tdg_matrix *rows, const struct tdg_matrix *counts,
              const struct tdg_vocabulary *vocabulary, const struct tdg_vector_options *options,
              struct tdg_workers *workers, struct tdg_error *error);

struct tdg_neighbour_options {
    uint32_t neighbours; /* nearest articles kept for each, 1 to 1000 */
    int64_t window;      /* seconds: only articles published within it of each other; 0: no limit.
                            Undated articles look at all, dated ones at dated ones only */
};

struct tdg_neighbour_options tdg_neighbour_defaults(void);

/** The exact nearest rows of every row by cosine (> 0), itself left out: row i of `nearest` has
 * their numbers, ascending, and their cosines; it is square. Rows are of length 1 or empty, no
 * weight is negative. Copies
 * (copy_of[i] != TDG_NONE; may be NULL) have no neighbours and are nobody's. Ties: the lower row
 * number is nearer. published may be NULL (then no window), else it is ascending with undated ones
 * last. */
int tdg_nearest_find(struct tdg_matrix *nearest, const struct tdg_matrix *rows,
                     const uint32_t *copy_of, const int64_t *published,
                     const struct tdg_neighbour_options *options, struct tdg_workers *workers,
                     const struct tdg_monitor *monitor, struct tdg_error *error);

struct tdg_word_table;

/** Name and shape of the vectors of words in this program, their licences; NULL where it was built
 * without. */
const char *tdg_word_table_name(void);
const char *tdg_word_table_licences(void);

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

void tdg_meaning_done(struct tdg_meaning *meaning);

/** Of an article the vectors of its words, added up by their weights, less what all short articles
 * have in common: the mean, and the direction in which they differ most (after Arora, Liang and Ma
 * 2017, "A simple but tough-to-beat baseline for sentence embeddings"). Stays {0} where this build
 * has no vectors, or hardly any article is short and English. Copies have none. TDG_ENOMEM. */
int tdg_meaning_build(struct tdg_meaning *meaning, const struct tdg_meaning_input *input,
                      struct tdg_workers *workers, struct tdg_error *error);

/** As tdg_nearest_find, and beside it `mixed`: the exact nearest by
 * (1 - a) cosine + a e_i·e_j > 0, a = .15 sqrt(share_i share_j), where e are the rows of the
 * meaning. */
int tdg_nearest_find_mixed(struct tdg_matrix *nearest, struct tdg_matrix *mixed,
                           const struct tdg_matrix *rows, const struct tdg_meaning *meaning,
                           const uint32_t *copy_of, const int64_t *published,
                           const struct tdg_neighbour_options *options, struct tdg_workers *workers,
                           const struct tdg_monitor *monitor, struct tdg_error *error);

/** Replaces rows of length 1 by (sqrt(1 - w) row, sqrt(w) e), w = .1 share, of the same length.
 * TDG_ENOMEM. */
int tdg_meaning_join(struct tdg_dense *rows, const struct tdg_meaning *meaning,
                     struct tdg_error *error);

/** Symmetric graph from directed neighbours: local scaling s_ij / sqrt(m_i m_j), m the mean of the
 * 10 nearest (after Zelnik-Manor and Perona 2004), and the larger one of both directions. */
int tdg_graph_build(struct tdg_matrix *graph, const struct tdg_matrix *nearest,
                    struct tdg_error *error);

struct tdg_latent_options {
    uint32_t rank;             /* columns; fewer where the rows have fewer dimensions */
    unsigned power_iterations; /* more: closer to the exact decomposition */
    uint64_t seed;
};

struct tdg_latent_options tdg_latent_defaults(void);

/** Rows of U·D of a randomized truncated SVD (Halko, Martinsson and Tropp 2011, algorithms 4.4 and
 * 5.1), scaled to length 1, the largest singular value first; empty rows stay 0. Copies take no
 * part in the fit, but get a row. Without any filled row there are no columns. */
int tdg_latent_build(struct tdg_dense *latent, const struct tdg_matrix *rows,
                     const uint32_t *copy_of, const struct tdg_latent_options *options,
                     struct tdg_workers *workers, const struct tdg_monitor *monitor,
                     struct tdg_error *error);

/** cosine: [ones][others] of the centroids (the sums of the rows) of two partitions of the same
 * rows: one, other: [rows] groups or TDG_NONE. Copies do not count; copy_of may be NULL. 0 for a
 * group without rows. TDG_ENOMEM. */
int tdg_centroid_cosines(double *cosine, const struct tdg_matrix *rows, const uint32_t *copy_of,
                         const uint32_t *one, uint32_t ones, const uint32_t *other,
                         uint32_t others);

/** closeness: [rows] cosine of each row with the centroid of its group; 0 for copies and for rows
 * without terms or a group. As above. */
int tdg_centroid_closeness(float *closeness, const struct tdg_matrix *rows, const uint32_t *copy_of,
                           const uint32_t *group, uint32_t groups);

struct tdg_smooth_options {
    unsigned steps;
    double strength;          /* of a row itself against its neighbours, without any term */
    double strength_per_term; /* added for each distinct term */
    double most_strength;     /* not more than this */
};

struct tdg_smooth_options tdg_smooth_defaults(void);

/** Rows drawn to their neighbours, the ones that say little themselves the most: in each step
 * z_i <- normalise(strength_i z_i + sum_j Wn_ij z_j), Wn = D^-1/2 W D^-1/2, D the row sums of the
 * graph W. `rows` gives the number of terms. Rows without a term or a neighbour stay. */
int tdg_smooth(struct tdg_dense *smoothed, const struct tdg_dense *latent,
               const struct tdg_matrix *graph, const struct tdg_matrix *rows,
               const struct tdg_smooth_options *options, struct tdg_workers *workers,
               struct tdg_error *error);

#endif
