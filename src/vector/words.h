// SPDX-License-Identifier: GPL-3.0-or-later
/** The vectors of English words in the program. */
#ifndef TDG_VECTOR_WORDS_H
#define TDG_VECTOR_WORDS_H

#include <stdint.h>

#include "vector/word_table.h"

/** Name and shape of the vectors of words in this program, their licences; NULL where it was built
 * without. */
const char *tdg_word_table_name(void);
const char *tdg_word_table_licences(void);

/* The number of a word in small letters, TDG_NONE where there is none. */
uint32_t tdg_word_find(const struct tdg_word_table *table, const char *word);

#endif
