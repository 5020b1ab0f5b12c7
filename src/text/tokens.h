// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/text: the streams with the spelling of every word. */
#ifndef TDG_TEXT_TOKENS_H
#define TDG_TEXT_TOKENS_H

#include <stdint.h>

#include "text/shards.h"
#include "text/text.h"

/* The streams with the spelling of every word. */
struct tdg_tokens {
    struct tdg_streams *streams;
    const struct tdg_lexicon *lexicon;
    uint32_t *form;      /* [places] forms of the lexicon, TDG_CASE_UNSURE perhaps, and TDG_BREAK */
    uint8_t *capital;    /* [forms] it has a capital letter */
    uint64_t *frequency; /* [terms] */
    uint64_t words;      /* sum of the frequencies */
    uint64_t least;      /* a rarer phrase is none */
};

#endif
