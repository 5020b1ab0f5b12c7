// SPDX-License-Identifier: GPL-3.0-or-later
/* Whole tables. */
#include "input/table.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "input/bytes.h"
#include "input/csv.h"
#include "input/read.h"
#include "input/reader.h"
#include "input/source.h"

/* What the leaf function needs. */
struct target {
    struct tdg_table table;
    size_t capacity; /* of its rows */
    bool read;
};

/* Rows become as long as the header. */
static int add_row(struct target *target, const struct tdg_csv *csv)
{
    struct tdg_table *table = &target->table;
    char ***grown = tdg_grow(table->rows, &target->capacity, table->row_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    table->rows = grown;
    if (table->row_count == 0)
        table->column_count = csv->count;
    char **row = tdg_arena_alloc(&table->arena, table->column_count * sizeof *row);
    if (!row)
        return TDG_ENOMEM;
    for (size_t i = 0; i < table->column_count; i++) {
        bool there = i < csv->count;
        row[i] = tdg_arena_copy(&table->arena, there ? csv->cells[i].text : "",
                                there ? csv->cells[i].length : 0);
        if (!row[i])
            return TDG_ENOMEM;
    }
    table->rows[table->row_count++] = row;
    return TDG_OK;
}

static int read_rows(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct target *target = reader->context;
    if (target->read)
        return tdg_fail_at(reader->error, TDG_EFORMAT, leaf->name, 0,
                           "expected one table, found more");
    target->read = true;
    int status = tdg_bytes_peek(&leaf->bytes, 1 << 16);
    size_t length = tdg_bytes_length(&leaf->bytes);
    if (status || !length)
        return status;
    const char *text = tdg_bytes_at(&leaf->bytes);
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        tdg_bytes_drop(&leaf->bytes, 3);
        text += 3;
        length -= 3;
    }
    struct tdg_csv csv = {.separator = tdg_csv_separator(text, length)};
    bool more = true;
    while (!status && more) {
        status = tdg_csv_next(reader, leaf, &csv, &more);
        if (!status && more)
            status = add_row(target, &csv);
    }
    tdg_csv_done(&csv);
    return status;
}

int tdg_table_read(struct tdg_table *table, const char *path, struct tdg_error *error)
{
    struct tdg_read_options options = tdg_read_defaults();
    struct tdg_articles articles = {0};
    struct target target = {0};
    struct tdg_reader reader = {
        .options = &options,
        .error = error,
        .articles = &articles,
        .leaf = read_rows,
        .context = &target,
    };
    options.strict = true; /* what is broken fails the table */
    int status = tdg_reader_init(&reader);
    if (!status)
        status = tdg_input_read(&reader, path);
    if (!status && target.table.row_count == 0)
        status = tdg_fail_at(error, TDG_EFORMAT, path, 0, "the table is empty");
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_articles_done(&articles);
    tdg_reader_done(&reader);
    if (status)
        tdg_table_done(&target.table);
    else
        *table = target.table;
    return status;
}

void tdg_table_done(struct tdg_table *table)
{
    free(table->rows);
    tdg_arena_done(&table->arena);
    *table = (struct tdg_table){0};
}
