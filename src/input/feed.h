// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_FEED_H
#define TDG_INPUT_FEED_H

#include <stdbool.h>

#include "input/reader.h"
#include "input/sample.h"

bool tdg_feed_fits(const struct tdg_sample *sample);
int tdg_feed_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
