// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector: vectors of words, as the build made them by words/distil.mjs. */
#ifndef TDG_VECTOR_WORD_TABLE_H
#define TDG_VECTOR_WORD_TABLE_H

#include <stdint.h>

struct tdg_word_table {
    const char *name;     /* of the package they come from, and their shape */
    const char *licences; /* of that package, plain text */
    uint32_t words;       /* 0 where this build has none */
    uint32_t columns;
    const char *text;      /* the words, in small letters, each with its NUL */
    const uint32_t *begin; /* [words] in text, in byte order */
    const uint16_t *scale; /* [words] */
    const int8_t *value;   /* [words][columns] times the scale of the word: its vector */
};

extern const struct tdg_word_table tdg_word_table;

#endif
