// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: the rows of CSV (RFC 4180) and TSV. */
#ifndef TDG_INPUT_CSV_H
#define TDG_INPUT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "input/reader.h"

struct tdg_cell {
    const char *text; /* not NUL-terminated */
    size_t length;
};

struct tdg_csv {
    char separator;
    bool ragged;  /* rows end before their empty cells, and what stands beside the table is none */
    bool escapes; /* \" is a quotation mark inside of others, \\ a backslash */
    struct tdg_cell *cells; /* [count] the present row; borrowed until the next one */
    size_t count;
    size_t capacity;
    size_t line;       /* where the present row begins */
    bool torn;         /* a quotation mark above it is not closed: it may be a part of that row */
    size_t lines_only; /* up to this offset in the stream rows do not go over the ends of lines */
};

/* The separator of a table that begins with this text: the tab or the semicolon where the first
 * line has one and no comma. */
char tdg_csv_separator(const char *text, size_t length);

/* The next row that is not empty; *more is false at the end. A quotation mark that is not closed is
 * told with its line; then reading goes on in the line after it. */
int tdg_csv_next(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv, bool *more);
void tdg_csv_done(struct tdg_csv *csv);

#endif
