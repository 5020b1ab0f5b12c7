// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: ids as an archive has them. */
#ifndef TDG_OUTPUT_ID_TEXT_H
#define TDG_OUTPUT_ID_TEXT_H

#include <stdint.h>

enum { TDG_ID_TEXT = 16 };

/** "T3" for the letter T and 3, "" for 0. Returns `text`. */
const char *tdg_id_text(char letter, uint32_t number, char text[TDG_ID_TEXT]);

#endif
