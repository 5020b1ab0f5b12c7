// SPDX-License-Identifier: GPL-3.0-or-later
/** All spellings of a corpus with their terms. */
#ifndef TDG_TEXT_LEXICON_H
#define TDG_TEXT_LEXICON_H

#include <stddef.h>

#include <tidings/error.h>

#include "base/workers.h"
#include "text/shards.h"
#include "text/terms.h"
#include "text/text.h"

/* Adds the forms of a shard that are terms, fills shard->number and frees the rest of its forms. */
int tdg_lexicon_add(struct tdg_lexicon *lexicon, struct tdg_shard *shard);

/* Finds the terms of all forms, numbers them, and fills in term_count, stem and surface of streams.
 * TDG_ELIMIT, TDG_ENOMEM. */
int tdg_lexicon_finish(struct tdg_lexicon *lexicon, const struct tdg_lang_rules *languages,
                       size_t language_count, const struct tdg_text_options *options,
                       struct tdg_workers *workers, struct tdg_streams *streams,
                       struct tdg_error *error);
void tdg_lexicon_done(struct tdg_lexicon *lexicon);

#endif
