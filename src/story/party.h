// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story: parties, the articles that were joined so far, and what speaks for joining
 * two of them. */
#ifndef TDG_STORY_PARTY_H
#define TDG_STORY_PARTY_H

#include <stdbool.h>

#include "story/story.h"

/* formula.c: words of titles and bodies that name a rubric, no event. */
enum { TDG_FORMULA_WORDS = 16 }; /* at most at one place */
struct tdg_formulas {
    uint8_t *words[TDG_TEXT_PLACES]; /* [rows] how many words at this place are a formula */
};

/* {0} before; to be freed also on failure. Without dates, and where they are less than two
 * months apart, there are none. */
int tdg_formulas_find(struct tdg_formulas *formulas, const struct tdg_story_input *input);
void tdg_formulas_done(struct tdg_formulas *formulas);
/* The terms of those words; returns how many. */
size_t tdg_formula_words(uint32_t words[TDG_TEXT_PLACES * TDG_FORMULA_WORDS],
                         const struct tdg_formulas *formulas, const struct tdg_streams *streams,
                         uint32_t row);

/* burst.c: burst[cell of input->rows], >= 0; to be freed also on failure. Rows are in the order of
 * time, undated ones last. */
int tdg_bursts_find(float **burst, const struct tdg_story_input *input);

/* What all themes share. */
struct tdg_story_facts {
    const struct tdg_story_input *input;
    const struct tdg_story_options *options;
    double *rate;  /* [columns of rows] how often a word is this one, over all originals */
    double *worth; /* [columns] inverse document frequency */
    float *burst;  /* [cells of rows] how much likelier the word is in these days */
    struct tdg_formulas formulas;
};

int tdg_story_facts_init(struct tdg_story_facts *facts, const struct tdg_story_input *input,
                         const struct tdg_story_options *options);
void tdg_story_facts_done(struct tdg_story_facts *facts);

struct tdg_cell {
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
    struct tdg_cell *item; /* ascending columns */
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
    struct tdg_cell *cell; /* the first content of all */
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

/* bond.c: one party laid out, so that many can be held against it. Scratch of a worker. */
struct tdg_layout {
    float *count;  /* [columns] 0 between uses */
    float *weight; /* [columns] */
    float *burst;  /* [columns] */
    const struct tdg_party *party;
};

int tdg_layout_init(struct tdg_layout *layout, size_t columns);
void tdg_layout_done(struct tdg_layout *layout);
void tdg_layout_set(struct tdg_layout *layout, const struct tdg_party *party);
void tdg_layout_clear(struct tdg_layout *layout);

/* Above 0: the party that is laid out and the other one are likelier to tell one event than two;
 * `timeless` leaves out what their times say. */
double tdg_bond(const struct tdg_layout *layout, const struct tdg_party *other,
                const struct tdg_story_facts *facts, bool timeless);
/* Seconds between the end of one and the beginning of the other, 0 where they overlap or a time is
 * not known. */
int64_t tdg_party_gap(const struct tdg_party *a, const struct tdg_party *b);

/* join.c: joins all that belong together. */
int tdg_theatre_join(struct tdg_theatre *theatre, struct tdg_layout *layout);

/* sequel.c: sequel[i] becomes the party that party i takes up again, or TDG_NONE; [count]. */
void tdg_theatre_sequels(struct tdg_theatre *theatre, uint32_t *sequel, struct tdg_layout *layout);

#endif
