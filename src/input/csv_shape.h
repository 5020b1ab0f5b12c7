// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_CSV_SHAPE_H
#define TDG_INPUT_CSV_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "input/field.h"

struct tdg_csv_shape {
    char separator;
    size_t above; /* lines above the header */
    bool named;   /* the header has two columns or more, one of which is a title or a body */
    bool
        escapes; /* quotation marks inside of cells have a backslash before them, as MySQL's have */
};

/* What the beginning of a table says; where it names nothing, tdg_csv_separator decides. */
struct tdg_csv_shape tdg_csv_shape(const struct tdg_fields *fields, const char *text,
                                   size_t length);

#endif
