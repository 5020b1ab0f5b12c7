// SPDX-License-Identifier: GPL-3.0-or-later
/** What many titles (or bodies) begin or end with, grown a word at a time: a beginning that is too
 * rare grows no better, so that few are left to look at. */
#ifndef TDG_TEXT_BEGINNINGS_H
#define TDG_TEXT_BEGINNINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/text.h"

struct tdg_streams;

/** A text, and what it begins with. */
struct tdg_start {
    uint64_t key; /* what it began with one word ago, and the word */
    uint32_t row;
};

/** {0} before tdg_beginnings_init; to be freed whatever the result is. */
struct tdg_beginnings {
    const struct tdg_streams *streams;
    enum tdg_text_place place;
    struct tdg_start *start; /* [articles] scratch */
    uint32_t *begun;         /* [articles] the first article that begins in the same way, TDG_NONE
                                where the beginning was not kept */
};

/** Judges the texts that begin with the same `length` words, ascending by row. False: they are not
 * grown any further. */
typedef bool tdg_beginning_judge(void *context, const struct tdg_start *start, size_t count,
                                 uint32_t length);

/** The part of the stream in which an article begins (or ends, from behind): its title, or the
 * first words of its body. Sorted bodies have no beginning. */
struct tdg_range {
    size_t begin, end;
};
struct tdg_range tdg_range_of(const struct tdg_streams *streams, uint32_t row,
                              enum tdg_text_place place);

/** Word `i` from the end that counts, or TDG_NONE behind the last one. */
uint32_t tdg_word_from(const struct tdg_streams *streams, uint32_t row, uint32_t i,
                       enum tdg_text_place place);

/** Articles without a date take no part, nor do copies where copy_of is given. TDG_ENOMEM. */
int tdg_beginnings_init(struct tdg_beginnings *beginnings, const struct tdg_streams *streams,
                        enum tdg_text_place place, const int64_t *published,
                        const uint32_t *copy_of);
void tdg_beginnings_done(struct tdg_beginnings *beginnings);

/** Grows what was kept to `length` words, which is one more than before (1 is the first), and asks
 * about each. Returns how many texts are so long: after 0 there is nothing more. */
size_t tdg_beginnings_grow(struct tdg_beginnings *beginnings, uint32_t length,
                           tdg_beginning_judge *judge, void *context);

#endif
