// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_NEXIS_H
#define TDG_INPUT_NEXIS_H

#include <stdbool.h>

#include "input/reader.h"
#include "input/sample.h"

bool tdg_nexis_fits(const struct tdg_sample *sample);
int tdg_nexis_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
