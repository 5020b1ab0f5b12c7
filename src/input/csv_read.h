// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_CSV_READ_H
#define TDG_INPUT_CSV_READ_H

#include <stdbool.h>

#include "input/csv.h"
#include "input/reader.h"
#include "input/sample.h"

/* The next row; *more is false at the end. */
typedef int (*tdg_next_row)(void *context, struct tdg_reader *reader, struct tdg_leaf *leaf,
                            struct tdg_csv *row, bool *more);

/* Reads rows: the first one in which the name of a title or a body stands is the header, up to
 * `titles` others may come before it. *named is false where there is none. *missing: the first row
 * looks like data, and columns go by their numbers, of which --map may name some. */
int tdg_rows_read(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv,
                  tdg_next_row next, void *context, size_t titles, bool *named, bool *missing);

bool tdg_csv_fits(const struct tdg_sample *sample);
bool tdg_tsv_fits(const struct tdg_sample *sample);
int tdg_csv_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_tsv_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
