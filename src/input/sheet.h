// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_SHEET_H
#define TDG_INPUT_SHEET_H

#include "input/package.h"

/* The articles of the sheets that have a header; the others are told. */
int tdg_sheets_read(struct tdg_reader *reader, struct tdg_leaf *leaf,
                    const struct tdg_package *package);

#endif
