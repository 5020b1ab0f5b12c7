// SPDX-License-Identifier: GPL-3.0-or-later
/** The language of a text, by its function words. */
#ifndef TDG_CLEAN_VOTE_H
#define TDG_CLEAN_VOTE_H

#include <stdint.h>

#include "base/intern.h"

/* How many different words of a text are stop words of each language. */
enum {
    TDG_VOTE_LISTS = 64,
    TDG_VOTE_SCRIPTS = 20,
    TDG_VOTE_WORDS = 200,
    TDG_VOTE_CELLS = 32,
    TDG_VOTE_MORE_CELLS = 128,
    TDG_VOTE_CYRILLIC = 4
};

/* All stop words; bit l of lists[word] says that list l has it. {0} is empty. */
struct tdg_voters {
    struct tdg_intern words;
    uint64_t *lists; /* [words.count] */
    uint32_t own;    /* the first words are in lists of our own */
};

struct tdg_vote {
    unsigned words;                          /* words that were looked at */
    unsigned hits[TDG_VOTE_LISTS];           /* of them, different stop words of each language */
    uint64_t seen[TDG_VOTE_CELLS];           /* stop words of our own lists that were counted */
    uint64_t seen_more[TDG_VOTE_MORE_CELLS]; /* others */
    unsigned letters;
    unsigned script[TDG_VOTE_SCRIPTS];       /* letters of scripts that settle the language */
    unsigned cyrillic;                       /* letters */
    unsigned cyrillic_of[TDG_VOTE_CYRILLIC]; /* of them, letters that only some languages have */
};

int tdg_voters_init(struct tdg_voters *voters);
void tdg_voters_done(struct tdg_voters *voters);

/* Adds the first TDG_VOTE_WORDS words of title and body. */
void tdg_vote_count(const struct tdg_voters *voters, const char *title, const char *body,
                    struct tdg_vote *vote);

/* The language that wins clearly, "" where none does. */
const char *tdg_vote_winner(const struct tdg_vote *vote);

/* A language that speaks against another one that was guessed for this text: it has at least as
 * many hits, and the most of all. "" where there is none, and for a guess that has no list or no
 * hit. */
const char *tdg_vote_rival(const struct tdg_vote *vote, const char *guess);

/* For a text without a clear winner: `usual`, unless another language has clearly more hits. */
const char *tdg_vote_lean(const struct tdg_vote *vote, const char *usual);

#endif
