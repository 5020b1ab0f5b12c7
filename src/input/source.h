// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_SOURCE_H
#define TDG_INPUT_SOURCE_H

#include "input/reader.h"

/* Reads one input: a file, a folder or "-". TDG_EIO where there is none. */
int tdg_input_read(struct tdg_reader *reader, const char *input);

#endif
