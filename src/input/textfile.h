// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_TEXTFILE_H
#define TDG_INPUT_TEXTFILE_H

#include "input/reader.h"

int tdg_textfile_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
