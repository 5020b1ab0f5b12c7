// SPDX-License-Identifier: GPL-3.0-or-later
/* What the index of words is given, and asked for. */
#ifndef TDG_STORE_SEARCH_H
#define TDG_STORE_SEARCH_H

#include <stddef.h>

#include "base/buffer.h"

/** Appends a text with blanks around each letter of a script that is written without blanks, so
 * that such a word is a phrase of letters in the index. No dictionary is asked, whose next version
 * might cut a text in other places than it was cut when the article came. */
void tdg_search_letters(struct tdg_buffer *out, const char *text, size_t length);

/** The text as the index takes it: itself, or in the buffer where it has such letters. NULL when
 * out of memory. */
const char *tdg_searchable(struct tdg_buffer *room, const char *text);

#endif
