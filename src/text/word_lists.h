// SPDX-License-Identifier: GPL-3.0-or-later
/** Words that a person gives: stop words, synonyms, and phrases to keep as they are. */
#ifndef TDG_TEXT_WORD_LISTS_H
#define TDG_TEXT_WORD_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>

#include "base/intern.h"
#include "base/memory.h"

enum { TDG_GIVEN_WORDS = 8 /* of a phrase, at most */ };

/** Words that are one term, shown as it stands here. */
struct tdg_given_phrase {
    const char *words;
    const char *shown; /* for a phrase to keep, the words themselves */
};

struct tdg_word_lists {
    bool replace;                     /* these are all stop words, whatever the language */
    struct tdg_intern stop;           /* folded */
    struct tdg_given_phrase *phrases; /* [count] */
    size_t count, capacity;
    struct tdg_arena arena;
};

/** Each of the three is the path of a file, or a line break and the text of one, or "" for none.
 * *lists becomes NULL where there is none of them. TDG_EIO, TDG_EFORMAT with file and line,
 * TDG_ENOMEM. */
int tdg_word_lists_new(struct tdg_word_lists **lists, const char *stop_words, const char *synonyms,
                       const char *keep, struct tdg_error *error);
void tdg_word_lists_free(struct tdg_word_lists *lists);

#endif
