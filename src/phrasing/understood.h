// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_PHRASING_UNDERSTOOD_H
#define TDG_PHRASING_UNDERSTOOD_H

#include "base/buffer.h"
#include "input/input.h"

/** Appends what was read as what, as "120 records (jsonl): title = headline, body = text (3
 * without); no source"; nothing where there were no records. */
void tdg_read_text(struct tdg_buffer *text, const struct tdg_what_was_read *read);

#endif
