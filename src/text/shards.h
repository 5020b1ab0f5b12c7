// SPDX-License-Identifier: GPL-3.0-or-later
/* The two halves of the work: every shard of the corpus is read by itself, and what the shards
 * found is put together in their order. */
#ifndef TDG_TEXT_SHARDS_H
#define TDG_TEXT_SHARDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/intern.h"
#include "base/memory.h"
#include "input/input.h"
#include "text/given.h"
#include "text/text.h"

/* A form is one spelling in one language: the number of the language as a byte, then the spelling
 * with plain apostrophes and hyphens. */
struct tdg_form {
    uint32_t firm; /* how often its capital or small first letter means something ... */
    uint32_t weak; /* ... and how often not: where a sentence or a headline would have it anyway */
    bool term;     /* else a stop word, a single letter, … */
    bool quantity; /* a term that is part of no phrase */
};

/* Set in a token whose capital or small letter means nothing. */
#define TDG_CASE_UNSURE (UINT32_C(1) << 31)

enum { TDG_CACHE_BITS = 13 };
struct tdg_cached {
    uint64_t low; /* the form, padded with zeroes */
    uint64_t high;
    uint32_t number; /* + 1; 0: empty */
};

/* Some neighbouring articles and what was found in them. {0} with begin and end is unread. */
struct tdg_shard {
    size_t begin; /* articles */
    size_t end;
    struct tdg_intern forms;
    struct tdg_form *form; /* [forms.count] */
    size_t form_capacity;
    struct tdg_cached *cache; /* [1 << TDG_CACHE_BITS] while it is read */
    uint32_t *token; /* [token_count] forms of the shard, TDG_CASE_UNSURE perhaps, and TDG_BREAK */
    size_t token_count;
    size_t token_capacity;
    uint32_t *number; /* [forms.count] of each form in the lexicon, TDG_NONE for no term */
};

/* What all shards read from, and the lengths they write for their own articles. */
struct tdg_reading {
    const struct tdg_articles *articles;
    const struct tdg_text_options *options;
    const struct tdg_lang_rules *languages;
    const struct tdg_given *given; /* [languages]; NULL where a person gave no phrases */
    const uint8_t *language_of;    /* [articles] index into languages */
    size_t *length;                /* [articles] of the stream */
    size_t *title_length;          /* [articles] of its title */
};

/* the forms of the whole corpus and their terms. {0} is empty. */
struct tdg_lexicon {
    struct tdg_intern forms;
    size_t capacity;
    uint32_t *firm; /* [forms.count] */
    uint32_t *weak;
    size_t weak_capacity;
    const char **folded; /* [forms.count] */
    const char **term;   /* [forms.count] */
    uint32_t *term_of;   /* [forms.count] numbers of the terms, in the byte order of the terms */
    struct tdg_arena *arenas; /* [arena_count] hold folded and term */
    size_t arena_count;
};

/* One of the ways in which a term is written. */
struct tdg_spelling {
    const char *folded;
    const char *text;
    uint64_t count;
    uint64_t weight; /* firm occurrences count TDG_FIRM_WEIGHT times, weak ones once */
};

enum { TDG_FIRM_WEIGHT = 16 };

#endif
