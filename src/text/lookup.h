// SPDX-License-Identifier: GPL-3.0-or-later
/** From words of the user to the terms of a corpus. */
#ifndef TDG_TEXT_LOOKUP_H
#define TDG_TEXT_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/text.h"

/** The terms that words of a person are: each of a few words, by the rules of their language
 * and stemmed where the streams are. term: [count], TDG_NONE for what is not in the streams.
 * TDG_ENOMEM. */
int tdg_terms_find(uint32_t *term, const char *const *words, size_t count, const char *language,
                   bool stem, const struct tdg_streams *streams);

#endif
