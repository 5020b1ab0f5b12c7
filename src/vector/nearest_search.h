// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector: one row looks for its nearest. */
#ifndef TDG_VECTOR_NEAREST_SEARCH_H
#define TDG_VECTOR_NEAREST_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#include "vector/best.h"
#include "vector/vector.h"

/* What all searches share. */
struct tdg_postings {
    const struct tdg_matrix *rows;
    struct tdg_matrix column; /* transposed: row c lists the originals that have column c */
    float *most;              /* [columns] the largest weight in a column */
    const struct tdg_meaning *meaning; /* NULL: there is none */
    float *pull;                       /* [rows] a of two rows is the product of theirs */
    float max_pull;
};

/* A column of the row that looks: those of its postings within the window that were not dealt with
 * yet, begin ≤ at < end; next: where those of the next block begin. */
struct tdg_asked {
    size_t begin, next, end;
    float weight;
    float rest; /* the most that this and all later columns can add to a cosine */
};

enum { TDG_SEARCH_BLOCK = 32768 };

/* A row that may be among the nearest, and the most that its scores can be. */
struct tdg_near_row {
    uint32_t row;
    float cosine;
    float mixed;
};

/* The best partial scores: one more than wanted, a row finds itself, too. */
struct tdg_floor {
    struct tdg_best best;
    float limit; /* the last of them; 0 as long as there are less */
};

/* Scratch of one worker, and where its search stands. */
struct tdg_search {
    const struct tdg_postings *postings;
    float *weight;           /* [columns] of the row that looks, 0 between searches */
    float *sum;              /* [TDG_SEARCH_BLOCK] partial cosines, 0 between blocks */
    struct tdg_asked *asked; /* [columns of the longest row] rarest first */
    size_t asked_count;
    struct tdg_near_row *found; /* [rows] */
    size_t found_count;
    struct tdg_floor floor;
    struct tdg_floor mixed_floor;
    uint32_t row; /* that looks */
    float pull;   /* the largest a of it and any other; 0: its meaning does not count */
    float margin; /* for the rounding of partial scores */
};

/* meaning: may be NULL. */
int tdg_postings_init(struct tdg_postings *postings, const struct tdg_matrix *rows,
                      const struct tdg_meaning *meaning, const uint32_t *copy_of);
void tdg_postings_done(struct tdg_postings *postings);

int tdg_search_init(struct tdg_search *search, const struct tdg_postings *postings,
                    uint32_t neighbours);
void tdg_search_done(struct tdg_search *search);

/* The nearest rows of `row` among first ≤ j < last; best->most is at most the `neighbours` of the
 * scratch. mixed: by the mixed score; NULL without a meaning. */
void tdg_search_run(struct tdg_search *search, struct tdg_best *best, struct tdg_best *mixed,
                    uint32_t row, uint32_t first, uint32_t last);

#endif
