// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story: parties, the articles that were joined so far, and what speaks for joining
 * two of them. */
#ifndef TDG_STORY_PARTY_H
#define TDG_STORY_PARTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "story/facts.h"

struct tdg_sparse_cell {
    uint32_t column;
    float count;
    float weight; /* sum over the rows of the articles */
    float burst;  /* the largest of the articles' */
};

/* A growable array whose first content is part of a block that belongs to all. */
struct tdg_near {
    uint32_t *item; /* numbers of parties */
    size_t count;
    size_t capacity; /* 0: the array is borrowed */
};
struct tdg_cells {
    struct tdg_sparse_cell *item; /* ascending columns */
    size_t count;
    size_t capacity;
};

struct tdg_party {
    struct tdg_cells cells;
    struct tdg_near near;
    double words;        /* sum of the counts */
    double square;       /* of the length of the sum of its rows */
    double worth;        /* sum over its columns */
    double floor;        /* sum of its articles' cosines with their furthest neighbour */
    double time;         /* sum of the known times of its articles, in days */
    int64_t first, last; /* of them; where none is known, the last and the first that can be */
    uint32_t articles;
    uint32_t dated;   /* of them, those with a date */
    uint32_t version; /* counts how often it has grown */
    uint32_t into;    /* the party that it was joined to, or itself */
};

/* All articles of one theme. */
struct tdg_theatre {
    const struct tdg_story_facts *facts;
    struct tdg_party *party; /* [count] article i is row[i] */
    const uint32_t *row;     /* [count] ascending */
    size_t count;
    struct tdg_sparse_cell *cell; /* the first content of all */
    uint32_t *near;
};

/* local: [rows of the corpus] scratch; the numbers of the rows of this theme. */
int tdg_theatre_init(struct tdg_theatre *theatre, const struct tdg_story_facts *facts,
                     const uint32_t *row, size_t count, uint32_t *local);
void tdg_theatre_done(struct tdg_theatre *theatre);

/* The party that a party is part of by now. */
uint32_t tdg_party_of(struct tdg_theatre *theatre, uint32_t party);

/* Whether an article says nothing but the formula of its title. */
bool tdg_party_is_rubric(const struct tdg_theatre *theatre, uint32_t article);

/* Joins two parties; the one with the lower number stays. `seen`: [count] scratch of zeros, left
 * so. TDG_ENOMEM, and then the theatre is only good to be freed. */
int tdg_party_join(struct tdg_theatre *theatre, uint32_t low, uint32_t high, uint32_t *seen);

#endif
