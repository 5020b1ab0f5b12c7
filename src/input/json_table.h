// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: tables in JSON, as pandas and databases write them. */
#ifndef TDG_INPUT_JSON_TABLE_H
#define TDG_INPUT_JSON_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "input/field.h"
#include "input/reader.h"

enum tdg_json_table {
    TDG_JSON_NO_TABLE,
    TDG_JSON_ROWS,    /* {"columns": ["title", …], …, "data": [["…", …], …]} */
    TDG_JSON_COLUMNS, /* {"title": {"0": "…", …}, …} or {"title": ["…", …], …} */
};

/* What the object at the beginning of a text is. The text may end within it; what is valid of it
 * may end with something broken. */
enum tdg_json_table tdg_json_table_of(const struct tdg_fields *fields, const char *text,
                                      size_t length, bool broken);

/* Reads the object of columns at the beginning of the window, and beyond. TDG_ENOMEM. */
int tdg_json_columns_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

/* The names of the columns of a table of rows. {0} has none. */
struct tdg_json_header {
    struct tdg_json_name {
        const char *text; /* with its quotation marks */
        size_t length;
    } * names; /* [count] */
    size_t count, capacity;
    struct tdg_arena arena;
    struct tdg_buffer row;         /* scratch */
    size_t cut_off, first_cut_off; /* rows with fewer values; the line of the first of them */
};

/* True where the list at the beginning of the text is one of lists. */
bool tdg_json_has_rows(const char *text, size_t length);

/* Takes the list at the beginning of a text as the header, if all of it are strings and one the
 * name of a title or a body. A list that has none is no header, but a row, where the user has given
 * columns by their numbers: these become the names then. */
int tdg_json_header_take(struct tdg_json_header *header, const struct tdg_fields *fields,
                         const char *text, size_t length);
int tdg_json_header_number(struct tdg_json_header *header, const struct tdg_fields *fields,
                           const char *text, size_t length);

/* Makes an article of a row, which begins at the present line of the leaf. TDG_ENOMEM. */
int tdg_json_row_read(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                      struct tdg_json_header *header, const char *text, size_t length);

/* Tells what was missing in the rows of a leaf, and frees all. */
void tdg_json_header_done(struct tdg_json_header *header, struct tdg_reader *reader,
                          const struct tdg_leaf *leaf);

#endif
