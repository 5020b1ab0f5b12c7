// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_CSV_READ_H
#define TDG_INPUT_CSV_READ_H

#include <stdbool.h>

#include "input/reader.h"
#include "input/sample.h"

bool tdg_csv_fits(const struct tdg_sample *sample);
bool tdg_tsv_fits(const struct tdg_sample *sample);
int tdg_csv_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_tsv_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
