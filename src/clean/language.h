// SPDX-License-Identifier: GPL-3.0-or-later
/* Telling the language of a text. */
#ifndef TDG_CLEAN_LANGUAGE_H
#define TDG_CLEAN_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/intern.h"
#include "clean/clean.h"
#include "clean/plain.h"

/* stopwords.c: the lists by index; NULL beyond the last. */
struct tdg_stop_list {
    const char *language;
    const char *words;
};
const struct tdg_stop_list *tdg_stop_list(size_t index);

/* codes.c: the ISO 639-1 code of "en-GB", "en_US.UTF-8", "eng", "English", "Deutsch" …; "" where it
 * is none. Static storage. */
const char *tdg_language_code(const char *name);

/* vote.c: how many different words of a text are stop words of each language. */
enum { TDG_VOTE_LISTS = 16, TDG_VOTE_SCRIPTS = 18, TDG_VOTE_WORDS = 200, TDG_VOTE_CELLS = 32 };

/* All stop words; bit l of lists[word] says that list l has it. {0} is empty. */
struct tdg_voters {
    struct tdg_intern words;
    uint16_t *lists; /* [words.count] */
};

struct tdg_vote {
    unsigned words;                /* words that were looked at */
    unsigned hits[TDG_VOTE_LISTS]; /* of them, different stop words of each language */
    uint64_t seen[TDG_VOTE_CELLS]; /* stop words that were counted */
    unsigned letters;
    unsigned script[TDG_VOTE_SCRIPTS]; /* letters of scripts that settle the language */
};

int tdg_voters_init(struct tdg_voters *voters);
void tdg_voters_done(struct tdg_voters *voters);
/* Adds the first TDG_VOTE_WORDS words of title and body. */
void tdg_vote_count(const struct tdg_voters *voters, const char *title, const char *body,
                    struct tdg_vote *vote);
/* The language that wins clearly, "" where none does. */
const char *tdg_vote_winner(const struct tdg_vote *vote);
/* For a text without a clear winner: `usual`, unless another language has clearly more hits. */
const char *tdg_vote_lean(const struct tdg_vote *vote, const char *usual);

/* textcat.c: libexttextcat's judgement of a longer text; "" where it has none. A handle serves one
 * thread. */
void *tdg_textcat_open(void); /* NULL where its data is missing */
void tdg_textcat_close(void *handle);
const char *tdg_textcat_judge(void *handle, const char *text, size_t length);

/* language.c: sets the language of every article by the rules of clean.h. source_of: [count] the
 * number of each article's source, below `sources`; number 0 is the unknown one. */
int tdg_languages_set(struct tdg_articles *articles, const char *option, const uint32_t *source_of,
                      uint32_t sources, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error);

#endif
