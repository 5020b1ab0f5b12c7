// SPDX-License-Identifier: GPL-3.0-or-later
/** Which terms stand next to each other, and how often. */
#ifndef TDG_TEXT_ADJACENT_H
#define TDG_TEXT_ADJACENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "text/tokens.h"

/* A term behind a head. `telling`: where its capital or small letter means something; `names`: of
 * these, where head and term are written with capitals. */
struct tdg_tail {
    uint32_t term;
    uint32_t count;
    uint32_t telling;
    uint32_t names;
};

/* The tails of head h are tail[begin[h]] … tail[begin[h + 1] - 1], ascending by term.
 * {0} is empty. */
struct tdg_followers {
    uint32_t heads;
    size_t *begin; /* [heads + 1] */
    struct tdg_tail *tail;
};

/* Counts the words again into frequency, words and least. */
void tdg_tokens_count(struct tdg_tokens *tokens);

/* head: [places] what begins there, TDG_NONE for nothing; it is `words` words long. Tails that are
 * met less often than tokens->least are left out. TDG_ENOMEM. */
int tdg_followers_build(struct tdg_followers *followers, uint32_t heads, const uint32_t *head,
                        size_t words, const struct tdg_tokens *tokens, struct tdg_workers *workers);

/* Index of a tail, SIZE_MAX where it is not there. */
size_t tdg_followers_find(const struct tdg_followers *followers, uint32_t head, uint32_t term);
void tdg_followers_done(struct tdg_followers *followers);

#endif
