// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/dedup: what copies are compared by. An article becomes a sequence of words, and
 * that a set of shingles (runs of a few words), of which a signature keeps a sample. */
#ifndef TDG_DEDUP_SHINGLE_H
#define TDG_DEDUP_SHINGLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/memory.h"
#include "clean/article_words.h"

/* {0} is empty. Holds the words and shingles of one article. */
struct tdg_shingle_scratch {
    struct tdg_word_scratch words;
    struct tdg_room shingles;
};

void tdg_shingle_scratch_done(struct tdg_shingle_scratch *scratch);

/* Hashes of all runs of five words, of two in a brief text, in the order of the text; they live in
 * the scratch. A shorter text has none. TDG_ENOMEM. */
int tdg_shingles_make(const uint64_t **shingle, size_t *count, struct tdg_shingle_scratch *scratch,
                      const struct tdg_words *words);

/* MinHash (Broder 1997): two texts agree in each place with the probability of their Jaccard
 * index, shingles in both / shingles in either. */
enum { TDG_PLACES = 32 };
struct tdg_signature {
    uint32_t least[TDG_PLACES];
    bool any; /* false: the text has no shingles */
};

void tdg_signature_make(struct tdg_signature *signature, const uint64_t *shingle, size_t count);

/* May a text that came at one time be a copy of one at an earlier or unknown time? */
static inline bool tdg_is_within(int64_t window, int64_t early, int64_t late)
{
    return early == TDG_NO_DATE || late == TDG_NO_DATE || late - early <= window;
}

/* finds near copies among the articles with copy_of[i] == TDG_NONE and sets copy_of[] to
 * the original. TDG_ENOMEM. */
struct tdg_workers;

#endif
