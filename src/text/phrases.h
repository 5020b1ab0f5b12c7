// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms of several words, found in the streams of single words. */
#ifndef TDG_TEXT_PHRASES_H
#define TDG_TEXT_PHRASES_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "text/shards.h"
#include "text/text.h"

/* Finds the phrases and adds them to tokens->streams. form: [places] as in tdg_tokens;
 * it is changed. TDG_ELIMIT, TDG_ENOMEM. */
int tdg_phrases_find(struct tdg_streams *streams, uint32_t *form, const struct tdg_lexicon *lexicon,
                     size_t language_count, struct tdg_workers *workers);

#endif
