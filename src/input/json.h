// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_JSON_H
#define TDG_INPUT_JSON_H

#include <stdbool.h>

#include "input/reader.h"
#include "input/sample.h"

/* The rows of the table: how a format is known, and its leaf function. */
bool tdg_json_fits(const struct tdg_sample *sample);
bool tdg_jsonl_fits(const struct tdg_sample *sample);
int tdg_json_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_jsonl_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
