// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to read: making text valid UTF-8 without NUL. */
#ifndef TDG_INPUT_UTF8_H
#define TDG_INPUT_UTF8_H

#include <stddef.h>

#include "base/buffer.h"

/* Appends the text to `buffer`; each maximal part of a sequence that is not UTF-8 becomes U+FFFD
 * (as in the Unicode Standard, 3.9) and each NUL a blank. Returns how many were replaced. */
size_t tdg_utf8_mend(struct tdg_buffer *buffer, const char *text, size_t length);

#endif
