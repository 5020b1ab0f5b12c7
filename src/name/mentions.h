// SPDX-License-Identifier: GPL-3.0-or-later
/** Runs of words in capitals inside the sentences of articles, and what stands around them. */
#ifndef TDG_NAME_MENTIONS_H
#define TDG_NAME_MENTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/intern.h"
#include "base/workers.h"
#include "input/input.h"
#include "name/words.h"

enum tdg_cue {
    TDG_CUE_OPENS = 1 << 0,  /* a sentence begins with it, so that its first capital says little */
    TDG_CUE_IN = 1 << 1,     /* after "in" */
    TDG_CUE_PERSON = 1 << 2, /* after "minister", before ", who" or ", 45," */
    TDG_CUE_ORG = 1 << 3,    /* before "shares" */
    TDG_CUE_SAID = 1 << 4,
    TDG_CUE_THE = 1 << 5,
    TDG_CUE_NOUNS = 1 << 6, /* in a language that begins nouns with a capital */
};

struct tdg_mention {
    uint32_t article;
    uint32_t run;
    uint32_t cues;
};

/* "European Central Bank (ECB)" */
struct tdg_short_form {
    uint32_t run, abbreviation;
};

/* How often words stand in small letters, about: never less. Words share places of the table. */
struct tdg_small_words {
    uint32_t *count; /* [TDG_SMALL_WORDS] */
};

enum { TDG_SMALL_WORDS = 1 << 20 };

/* {0} is empty. Articles are in order. */
struct tdg_mentions {
    struct tdg_intern runs; /* words with one blank between, without possessives */
    struct tdg_mention *items;
    size_t count, capacity;
    struct tdg_short_form *shorts;
    size_t short_count, short_capacity;
    struct tdg_small_words small;
};

/* TDG_OK or TDG_ENOMEM; tdg_mentions_done either way. */
int tdg_mentions_find(struct tdg_mentions *mentions, const struct tdg_articles *articles,
                      const struct tdg_name_words *words, struct tdg_workers *workers);
void tdg_mentions_done(struct tdg_mentions *mentions);

/* `word` is in small letters. */
uint32_t tdg_small_count(const struct tdg_small_words *small, const char *word, size_t length);

#endif
