// SPDX-License-Identifier: GPL-3.0-or-later
/** What is UTF-8 (Table 3-7 of the Unicode Standard) and what is not. A NUL is not. */
#ifndef TDG_BASE_UTF8_H
#define TDG_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/** The length of the valid beginning of a text. */
size_t tdg_utf8_valid(const char *text, size_t length);

/** The bytes of the sequence at `at`: *good tells whether they are a character, else they are the
 * maximal part that could have begun one. */
size_t tdg_utf8_sequence(const unsigned char *at, size_t left, bool *good);

#endif
