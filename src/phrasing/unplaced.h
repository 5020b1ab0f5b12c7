// SPDX-License-Identifier: GPL-3.0-or-later
/** Why an article has no theme. */
#ifndef TDG_PHRASING_UNPLACED_H
#define TDG_PHRASING_UNPLACED_H

#include <stddef.h>

#include "base/buffer.h"

enum tdg_unplaced {
    TDG_UNPLACED_NO_FIELD,    /* themes are those of a field, which it lacks */
    TDG_UNPLACED_COLUMN_ONLY, /* its words are a recurring column of titles */
    TDG_UNPLACED_NO_WORDS,
    TDG_UNPLACED_NO_TERMS, /* its words are in too few or in too many articles */
};

/** Archives look for this one by its text. */
#define TDG_UNPLACED_FITS_NONE "fits none of the themes so far"
#define TDG_UNPLACED_HIDDEN "its theme is hidden"

/** Appends the reason. words: those that are no stop words and no numbers. */
void tdg_unplaced_text(struct tdg_buffer *text, enum tdg_unplaced why, size_t words);

#endif
