// SPDX-License-Identifier: GPL-3.0-or-later
/** Why an article has no theme. */
#ifndef TDG_PHRASING_UNPLACED_H
#define TDG_PHRASING_UNPLACED_H

#include <stddef.h>

#include "base/memory.h"

enum tdg_unplaced {
    TDG_UNPLACED_NO_FIELD,    /* themes are those of a field, which it lacks */
    TDG_UNPLACED_COLUMN_ONLY, /* its words are a recurring column of titles */
    TDG_UNPLACED_NO_WORDS,
    TDG_UNPLACED_NO_TERMS, /* its words are in too few or in too many articles */
    TDG_UNPLACED_FITS_NONE,
    TDG_UNPLACED_HIDDEN, /* the user has hidden its theme */
};

/** As an archive keeps it, "fits none" or "no terms 3": the kind and the words that it has. */
enum { TDG_UNPLACED_SIZE = 40 };
/* those that archives look for or give themselves */
#define TDG_FITS_NONE "fits none"
#define TDG_THEME_HIDDEN "hidden"
void tdg_unplaced_write(char kept[TDG_UNPLACED_SIZE], enum tdg_unplaced why, size_t words);

/** The reason in the arena. words: those that are no stop words and no numbers. NULL: out of
 * memory. */
const char *tdg_unplaced_text(struct tdg_arena *arena, enum tdg_unplaced why, size_t words);

/** The same of what an archive keeps; "" of "" and of what no version writes. */
const char *tdg_unplaced_read(struct tdg_arena *arena, const char *kept);

#endif
