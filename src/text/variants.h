// SPDX-License-Identifier: GPL-3.0-or-later
/** How a term is written in some of the articles. */
#ifndef TDG_TEXT_VARIANTS_H
#define TDG_TEXT_VARIANTS_H

#include <stddef.h>
#include <stdint.h>

#include "text/shards.h"
#include "text/text.h"

/* fills in streams->variants, by the forms as tdg_phrases_find leaves them. TDG_ENOMEM.
 */
int tdg_variants_find(struct tdg_streams *streams, const uint32_t *form,
                      const struct tdg_lexicon *lexicon);

/** How a term is written in some articles, of which `having` have it: as anywhere, unless nearly
 * all of them write another word of the same stem. Borrowed from the streams. */
const char *tdg_surface_among(const struct tdg_streams *streams, uint32_t term,
                              const uint32_t *rows, size_t count, size_t having);

#endif
