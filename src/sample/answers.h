// SPDX-License-Identifier: GPL-3.0-or-later
/** The rows of a sheet that came back from a spreadsheet. */
#ifndef TDG_SAMPLE_ANSWERS_H
#define TDG_SAMPLE_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>

#include "base/buffer.h"

enum tdg_sheet_column {
    TDG_SHEET_ROW,
    TDG_SHEET_QUESTION,
    TDG_SHEET_TEXT,
    TDG_SHEET_ANSWER,
    TDG_SHEET_SAMPLE,
    TDG_SHEET_COLUMNS
};

extern const char *const tdg_sheet_names[TDG_SHEET_COLUMNS];

/** {0} is before the first row. */
struct tdg_answers {
    struct tdg_buffer text; /* of the whole file */
    const char *path;       /* borrowed */
    size_t at;
    size_t next_line;
    char separator;
    size_t column_of[TDG_SHEET_COLUMNS];

    /* The present row; cells that it does not have are "". */
    size_t line;
    size_t torn; /* where a row begins whose quotation mark is not closed; 0: none */
    char *cells[TDG_SHEET_COLUMNS];
};

/** Loads the file and reads its header. TDG_EIO, TDG_ELIMIT, TDG_EFORMAT. */
int tdg_answers_open(struct tdg_answers *answers, const char *path, struct tdg_error *error);

/** The next row that is not empty, or false at the end. Blanks around cells are cut. */
bool tdg_answers_next(struct tdg_answers *answers);
void tdg_answers_done(struct tdg_answers *answers);

#endif
