// SPDX-License-Identifier: GPL-3.0-or-later
/** Words of strangers, character by character, as any format may show them. */
#ifndef TDG_OUTPUT_SHOWN_H
#define TDG_OUTPUT_SHOWN_H

#include <stddef.h>

/** The next character of *text, which is not at its end, and moves on behind it: U+FFFD for a byte
 * that is not UTF-8; a blank for a control character and for one that turns the direction of text;
 * else itself, not yet escaped. *length: its bytes. */
const char *tdg_next_shown(const char **text, size_t *length);

#endif
