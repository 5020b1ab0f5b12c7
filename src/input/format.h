// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: the table of formats. */
#ifndef TDG_INPUT_FORMAT_H
#define TDG_INPUT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "input/reader.h"

/* "auto" or a name of the table. */
bool tdg_format_is_name(const char *name);

/* The leaf function of tdg_read: finds the format of a leaf and reads it. */
int tdg_format_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
