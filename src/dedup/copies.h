// SPDX-License-Identifier: GPL-3.0-or-later
/** Which articles are copies, exact or nearly so, of an earlier one. */
#ifndef TDG_DEDUP_COPIES_H
#define TDG_DEDUP_COPIES_H

#include <stdbool.h>
#include <stdint.h>

#include <tidings/error.h>

#include "base/workers.h"
#include "input/input.h"

struct tdg_copy_options {
    int64_t window; /* seconds: copies come within so much of their original, see below */
    bool keep;      /* there are no copies: each article counts */
};

/** Five days: headlines that come again do so less and less often up to then, and from the sixth
 * day on more often, as columns do that come every week. */
struct tdg_copy_options tdg_copy_defaults(void);

/** copy_of[i] becomes the index of the earliest article with the same text, TDG_NONE where i is an
 * original. Two texts are the same where their words are, whatever the case and the punctuation, or
 * where seven tenths of the shorter one are in the other: shortened, with a paragraph more, under
 * another headline. Of brief texts, such as titles, one has to be in the other word for word with
 * hardly any more. A copy of a copy is one of the first. A text without words is nobody's copy.
 * A copy comes within the window after its original; later on, only the same long text or the same
 * text at the address of the same page is a copy. Without a date, any time will do. Articles are in
 * their final order. copy_of: [articles->count], by the caller. */
int tdg_find_copies(const struct tdg_articles *articles, uint32_t *copy_of,
                    const struct tdg_copy_options *options, struct tdg_workers *workers,
                    struct tdg_error *error);

/** May what came at one time be a copy of what came at an earlier one, either TDG_NO_DATE where it
 * is unknown? */
bool tdg_is_copy_in_time(const struct tdg_copy_options *options, int64_t early, int64_t late);

/** Are they one page with one text, or one long text, and so the same at any time? Bytes are
 * compared, not words. */
bool tdg_is_lasting_copy(const struct tdg_article *one, const struct tdg_article *other);

#endif
