// SPDX-License-Identifier: GPL-3.0-or-later
/** How people write a term. */
#ifndef TDG_TEXT_SURFACE_H
#define TDG_TEXT_SURFACE_H

#include <stddef.h>

#include "text/shards.h"
#include "text/text.h"

/* the best of them, "" for none; they are put in order. */
const char *tdg_best_spelling(struct tdg_spelling *spellings, size_t count);

/* Chooses the surface form of every term. streams->surface is there, unfilled. */
int tdg_surfaces_choose(const struct tdg_lexicon *lexicon, struct tdg_streams *streams);

#endif
