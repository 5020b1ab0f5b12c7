// SPDX-License-Identifier: GPL-3.0-or-later
/** The name in a run of words in capitals: "Donald Trump" in "US President Donald Trump". */
#ifndef TDG_NAME_CORE_H
#define TDG_NAME_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/key.h"
#include "name/mentions.h"

enum { TDG_RUN_WORDS = 24 };

/* A run in words. */
struct tdg_run_words {
    const char *text[TDG_RUN_WORDS]; /* in the run */
    size_t length[TDG_RUN_WORDS];
    uint32_t kinds[TDG_RUN_WORDS];    /* enum tdg_name_word */
    unsigned known[TDG_RUN_WORDS];    /* enum tdg_known_name */
    bool common[TDG_RUN_WORDS];       /* more often in small letters */
    bool named[TDG_RUN_WORDS];        /* is a known name by itself */
    uint32_t capitals[TDG_RUN_WORDS]; /* how often with a capital inside sentences */
    size_t count;
};

/* What is told of a word by its spelling, once for all runs that have it. */
struct tdg_word_facts {
    uint32_t kinds, capitals;
    uint8_t known;
    bool common, named;
};

/* What all runs say of their words. {0} is empty. */
struct tdg_casing {
    const struct tdg_mentions *mentions;
    const struct tdg_name_words *words;
    struct USet *alphabet;
    struct tdg_intern spellings;  /* of the words of all runs */
    struct tdg_word_facts *facts; /* [spellings.count] */
    size_t capacity;
    uint32_t *inside; /* [runs] how often a run stands inside sentences */
};

/* TDG_OK or TDG_ENOMEM; tdg_casing_done either way. */
int tdg_casing_init(struct tdg_casing *casing, const struct tdg_mentions *mentions,
                    const struct tdg_name_words *words);
void tdg_casing_done(struct tdg_casing *casing);

/* A run of the mentions or a part of one. */
void tdg_run_words_read(struct tdg_run_words *words, const struct tdg_casing *casing,
                        const char *run, size_t length);

struct tdg_core {
    size_t first, end; /* words; the same: there is no name */
    bool titled;       /* the title says that it is a person */
};

/* cues: TDG_CUE_OPENS and TDG_CUE_NOUNS. */
struct tdg_core tdg_core_find(const struct tdg_casing *casing, uint32_t run, uint32_t cues,
                              const struct tdg_run_words *words);

#endif
