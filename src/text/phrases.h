// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms of several words, found in the streams of single words. */
#ifndef TDG_TEXT_PHRASES_H
#define TDG_TEXT_PHRASES_H

#include "text/pieces.h"

/* The streams with the spelling of every word. */
struct tdg_tokens {
    struct tdg_streams *streams;
    const struct tdg_lexicon *lexicon;
    uint32_t *form;      /* [places] forms of the lexicon, TDG_WEAK perhaps, and TDG_BREAK */
    uint8_t *capital;    /* [forms] it has a capital letter */
    uint64_t *frequency; /* [terms] */
    uint64_t words;      /* sum of the frequencies */
    uint64_t least;      /* a rarer phrase is none */
};

/* adjacent.c: counts the words anew into frequency, words and least. */
void tdg_tokens_count(struct tdg_tokens *tokens);

/* A term behind a head. `telling`: where its capital or small letter means something; `names`: of
 * these, where head and term are written with capitals. */
struct tdg_tail {
    uint32_t term;
    uint32_t count;
    uint32_t telling;
    uint32_t names;
};

/* adjacent.c: the tails of head h are tail[begin[h]] … tail[begin[h + 1] - 1], ascending by term.
 * {0} is empty. */
struct tdg_followers {
    uint32_t heads;
    size_t *begin; /* [heads + 1] */
    struct tdg_tail *tail;
};

/* head: [places] what begins there, TDG_NONE for nothing; it is `words` words long. Tails that are
 * met less often than tokens->least are left out. TDG_ENOMEM. */
int tdg_followers_build(struct tdg_followers *followers, uint32_t heads, const uint32_t *head,
                        size_t words, const struct tdg_tokens *tokens, struct tdg_workers *workers);
/* Index of a tail, SIZE_MAX where it is not there. */
size_t tdg_followers_find(const struct tdg_followers *followers, uint32_t head, uint32_t term);
void tdg_followers_done(struct tdg_followers *followers);

/* compound.c: "cyber security" becomes "cybersecurity" in streams and forms, where both are
 * written. `joined` says whether there was any. TDG_ENOMEM. */
int tdg_compounds_join(struct tdg_tokens *tokens, const struct tdg_followers *pairs,
                       size_t tongue_count, bool *joined);

/* phrases.c: finds the phrases and adds them to tokens->streams. form: [places] as in tdg_tokens;
 * it is changed. TDG_ELIMIT, TDG_ENOMEM. */
int tdg_phrases_find(struct tdg_streams *streams, uint32_t *form, const struct tdg_lexicon *lexicon,
                     size_t tongue_count, struct tdg_workers *workers);

/* phrase_surface.c: chooses the surface of every phrase of the streams. TDG_ENOMEM. */
int tdg_phrase_surfaces(const struct tdg_tokens *tokens);

/* variants.c: fills in streams->variants, by the forms as tdg_phrases_find leaves them. TDG_ENOMEM.
 */
int tdg_variants_find(struct tdg_streams *streams, const uint32_t *form,
                      const struct tdg_lexicon *lexicon);

#endif
