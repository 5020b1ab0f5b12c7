// SPDX-License-Identifier: GPL-3.0-or-later
/** Characters of a text that may be no UTF-8. */
#ifndef TDG_OUTPUT_UTF8_H
#define TDG_OUTPUT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The character that `text` begins with, and how many bytes it takes; 0, and no character, where
 * these bytes are none (RFC 3629: too long a form, a surrogate, above U+10FFFF, cut off). */
size_t tdg_utf8_take(const char *text, uint32_t *character);

/** Whether a character is invisible and ends lines or turns the direction of the text around it
 * (Unicode Technical Report 36, "bidirectional text spoofing"). Reports show a blank for it. */
bool tdg_utf8_is_unwanted(uint32_t character);

#endif
