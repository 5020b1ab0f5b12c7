// SPDX-License-Identifier: GPL-3.0-or-later
/** The words by which whole articles are compared: no stems, no stop words, no language. */
#ifndef TDG_CLEAN_ARTICLE_WORDS_H
#define TDG_CLEAN_ARTICLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "input/input.h"

/* The words of an article, in lower case and with a blank before each: those of the body and, where
 * these are too few to tell articles apart, those of the title after them. In scripts that are
 * written without blanks a letter stands for a word; two of them say about as much as one. */
struct tdg_words {
    const unsigned char *text;
    const size_t *begin; /* [count + 1] where each begins, at its blank */
    size_t count;
    size_t body;     /* of these, words of the body */
    bool brief;      /* the title is part of the text */
    size_t per_word; /* 2 where most words of the body are such letters, else 1 */
};

/* A body of so many words that it is the article, whatever headline an editor gives it. Words are
 * counted by the blanks between them, which is enough for a body that is known to be a copy. */
bool tdg_is_long(const char *body);

/* {0} is empty. Holds the words of one article. */
struct tdg_word_scratch {
    struct tdg_room text;
    struct tdg_room begin;
};

void tdg_word_scratch_done(struct tdg_word_scratch *scratch);

/* `words` lives in the scratch. TDG_ENOMEM. */
int tdg_words_read(struct tdg_words *words, struct tdg_word_scratch *scratch,
                   const struct tdg_article *article);

#endif
