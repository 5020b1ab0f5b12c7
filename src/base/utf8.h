// SPDX-License-Identifier: GPL-3.0-or-later
/** What is UTF-8 (Table 3-7 of the Unicode Standard) and what is not; the one place that decodes it
 * by hand. */
#ifndef TDG_BASE_UTF8_H
#define TDG_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/** The length of the valid beginning of a text. A NUL is not valid. */
size_t tdg_utf8_valid(const char *text, size_t length);

/** The bytes of the sequence at `at`: *good tells whether they are a character other than NUL, else
 * they are the maximal part that could have begun one. */
size_t tdg_utf8_sequence(const unsigned char *at, size_t left, bool *good);

/** Appends the text to `buffer`; each maximal part of a sequence that is not UTF-8 becomes U+FFFD
 * (as in the Unicode Standard, 3.9) and each NUL a blank. Returns how many were replaced. */
size_t tdg_utf8_mend(struct tdg_buffer *buffer, const char *text, size_t length);

/** The character that `text` begins with, and how many bytes it takes; 0, and no character, if
 * they are not UTF-8. The NUL that ends `text` takes one byte like any other. */
size_t tdg_utf8_take(const char *text, uint32_t *character);

/** `most`, or the `length` of the valid text if that is less, or what is left of it so that it ends
 * between two characters. */
size_t tdg_utf8_cut(const char *text, size_t length, size_t most);

/** How many characters the first `bytes` bytes of valid UTF-8 have. */
size_t tdg_utf8_count(const char *text, size_t bytes);

/** Whether a character is invisible and ends lines or turns the direction of the text around it
 * (Unicode Technical Report 36, "bidirectional text spoofing"). No report shows it as it is. */
bool tdg_utf8_is_unwanted(uint32_t character);

#endif
