// SPDX-License-Identifier: GPL-3.0-or-later
/** Classes of characters. */
#ifndef TDG_TEXT_LETTERS_H
#define TDG_TEXT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

/* Classes of characters, as bits. */
enum tdg_class {
    TDG_LOWER = 1,
    TDG_UPPER = 2,
    TDG_OTHER = 4, /* letters without case, and marks */
    TDG_DIGIT = 8,
    TDG_WORD = TDG_LOWER | TDG_UPPER | TDG_OTHER | TDG_DIGIT,
    TDG_LETTER = TDG_LOWER | TDG_UPPER | TDG_OTHER,
    TDG_UNSPACED = 16, /* of a script without blanks between words; no bit of TDG_WORD */
    TDG_CLAUSE = 32,
    TDG_SENTENCE = 64,
    TDG_JOINER = 128, /* apostrophe, hyphen, …: may stand inside a word; else nothing or a clause */
    TDG_BEYOND = 256, /* not ASCII */
};

extern const unsigned short tdg_ascii_class[128];
/* Whether a character beyond ASCII is a mark: a vowel or a tone, which goes with the letter before.
 */
bool tdg_is_mark(const char *letter, size_t size);

unsigned tdg_class_beyond(const char *text, size_t length, size_t at, size_t *size);

/* The class of the character at text[at], and its length in bytes: at least 1. 0 at the end. */
static inline unsigned tdg_class_at(const char *text, size_t length, size_t at, size_t *size)
{
    *size = 1;
    if (at >= length)
        return 0;
    unsigned char byte = (unsigned char)text[at];
    return byte < 0x80 ? tdg_ascii_class[byte] : tdg_class_beyond(text, length, at, size);
}

#endif
