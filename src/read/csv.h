// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to read: the rows of CSV (RFC 4180) and TSV. */
#ifndef TDG_READ_CSV_H
#define TDG_READ_CSV_H

#include "read/reader.h"

struct tdg_cell {
    const char *text; /* not NUL-terminated */
    size_t length;
};

struct tdg_csv {
    char separator;
    struct tdg_cell *cells; /* [count] the present row; borrowed until the next one */
    size_t count;
    size_t capacity;
    size_t line;       /* where the present row begins */
    size_t lines_only; /* up to this offset in the stream rows do not go over the ends of lines */
};

/* The separator of a table that begins with this text: the tab or the semicolon where the first
 * line has one and no comma. */
char tdg_csv_separator(const char *text, size_t length);

struct tdg_csv_shape {
    char separator;
    size_t above; /* lines above the header */
    bool named;   /* the header has two columns or more, one of which is a title or a body */
};

/* What the beginning of a table says; where it names nothing, tdg_csv_separator decides. */
struct tdg_csv_shape tdg_csv_shape(const struct tdg_fields *fields, const char *text,
                                   size_t length);

/* The next row that is not empty; *more is false at the end. A quotation mark that is not closed is
 * told with its line; then reading goes on in the line after it. */
int tdg_csv_next(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv, bool *more);
void tdg_csv_done(struct tdg_csv *csv);

#endif
