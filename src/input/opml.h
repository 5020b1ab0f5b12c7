// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_OPML_H
#define TDG_INPUT_OPML_H

#include <stdbool.h>

#include "input/reader.h"
#include "input/sample.h"

bool tdg_opml_fits(const struct tdg_sample *sample);
int tdg_opml_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
