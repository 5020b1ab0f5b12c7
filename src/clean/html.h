// SPDX-License-Identifier: GPL-3.0-or-later
/** Remains of HTML in a text. */
#ifndef TDG_CLEAN_HTML_H
#define TDG_CLEAN_HTML_H

#include <stddef.h>

#include "base/span.h"

/* writes the text without mark-up to `out`, which has room for text.length bytes (it never
 * grows), and returns how many were written. Block elements become an empty line, a line break
 * stays one; the contents of scripts and the like are dropped. What only looks like mark-up ("a <
 * b", "<3") stays text. */
size_t tdg_html_strip(char *out, struct tdg_span text);

#endif
