// SPDX-License-Identifier: GPL-3.0-or-later
/* Each row becomes the text of an object, {"title": …, "body": …}, and is read as any other record.
 * Of a table that is written column by column the values are kept, as they are written, until its
 * end: those of fields, and the first of the others. */
#include "input/json_table.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/error.h"
#include "base/intern.h"
#include "base/plural.h"
#include "base/utf8.h"
#include "input/bytes.h"
#include "input/json_record.h"
#include "input/json_scan.h"

enum {
    LOOKED_AT = 200, /* rows of which the columns that are no fields are kept */
    SHOWN = 40,      /* bytes of a name in a notice */
};

/* What is inside of a list or an object, whose text may end before it does. */
struct items {
    const char *text;
    size_t at, length;
};

struct item {
    const char *key; /* of an object, without its quotation marks */
    size_t key_length;
    const char *value; /* its end is looked for only once the next one is wanted */
};

static struct items items_of(const char *text, size_t length)
{
    return (struct items){text, 1, length};
}

static size_t skip_separators(const struct items *items)
{
    size_t at = items->at;
    while (at < items->length && (tdg_json_is_blank(items->text[at]) || items->text[at] == ','))
        at++;
    return at;
}

/* The length of the value at the beginning of a text; 0 where it does not end there. */
static size_t value_length(const char *text, size_t length)
{
    struct tdg_json_scan scan = {0};
    size_t end = tdg_json_find_value(&scan, text, 0, length);
    return scan.whole ? end : 0;
}

static bool is_inside(const struct items *items)
{
    return items->at < items->length && items->text[items->at] != ']' &&
           items->text[items->at] != '}';
}

/* The next one; false at the end. Behind it `step_over` is to be called. */
static bool next_item(struct items *items, struct item *item)
{
    bool object = *items->text == '{';
    *item = (struct item){0};
    items->at = skip_separators(items);
    if (!is_inside(items))
        return false;
    if (object) {
        size_t size = value_length(items->text + items->at, items->length - items->at);
        if (size < 2)
            return false;
        item->key = items->text + items->at + 1;
        item->key_length = size - 2;
        items->at = tdg_json_skip_blanks(items->text, items->at + size, items->length);
        if (items->at < items->length)
            items->at = tdg_json_skip_blanks(items->text, items->at + 1, items->length);
    }
    item->value = items->text + items->at;
    return is_inside(items);
}

/* Behind the value of the item; false where the text ends in it. */
static bool step_over(struct items *items, size_t *length)
{
    *length = value_length(items->text + items->at, items->length - items->at);
    items->at += *length;
    return *length > 0;
}

static bool is_text_name(const struct tdg_fields *fields, const char *name, size_t length)
{
    const uint8_t *ranks = tdg_fields_named(fields, name, length);
    return ranks && (ranks[TDG_FIELD_TITLE] || ranks[TDG_FIELD_BODY]);
}

static bool is_header(const struct tdg_fields *fields, const char *text, size_t length)
{
    struct items items = items_of(text, length);
    struct item item;
    bool named = false;
    for (size_t size; next_item(&items, &item);) {
        if (*item.value != '"' || !step_over(&items, &size))
            return false;
        named = named || is_text_name(fields, item.value + 1, size - 2);
    }
    return named;
}

/* How many values a list has, and whether it ends in the text. */
static size_t count_values(const char *text, size_t length, bool *whole)
{
    struct items items = items_of(text, length);
    struct item item;
    size_t count = 0, size;
    bool inside = true;
    for (; inside && next_item(&items, &item); count++)
        inside = step_over(&items, &size);
    *whole = inside && items.at < items.length;
    return count;
}

/* A key or an index that is no more than the number of a row. */
static bool is_number(const char *text, size_t length)
{
    size_t digits = 0;
    while (digits < length && text[digits] >= '0' && text[digits] <= '9')
        digits++;
    return digits == length;
}

/* What the members of an object have in common. */
struct members {
    size_t lists, objects, shortest, longest;
    struct item key; /* the first one of all objects */
    bool text, header;
};

/* An object in a table of columns begins with the key of the first row, or with a number; and that
 * is no name for a text, as in {"title": {"rendered": "…"}, "content": {"rendered": "…"}}. */
static bool is_column(struct members *members, const struct item *first)
{
    if (!members->objects++)
        members->key = *first;
    const struct item *key = &members->key;
    bool same = first->key_length == key->key_length &&
                memcmp(first->key, key->key, first->key_length) == 0;
    return (same ||
            (is_number(first->key, first->key_length) && is_number(key->key, key->key_length))) &&
           !tdg_field_values[tdg_field_place(tdg_field_values, first->key, first->key_length)];
}

/* An article that was scraped from a page has lists, too: of its one title, of its paragraphs. */
static bool are_columns(const struct members *members, bool cut, bool broken)
{
    enum { MANY = 100 };
    if (!members->text || (members->objects && members->lists))
        return false;
    if (members->objects && is_number(members->key.key, members->key.key_length))
        return true;
    if (members->objects || broken)
        return members->objects > 1 && !broken;
    if (cut)
        return members->longest > MANY;
    return members->lists > 1 && members->shortest > 1 &&
           members->longest - members->shortest <= members->longest / 10;
}

enum tdg_json_table tdg_json_table_of(const struct tdg_fields *fields, const char *text,
                                      size_t length, bool broken)
{
    struct members members = {.shortest = SIZE_MAX};
    struct items items = items_of(text, length);
    struct item item, first;
    bool columns = true, inside = true;
    for (size_t size; inside && next_item(&items, &item); inside = step_over(&items, &size)) {
        size_t left = length - items.at;
        bool list = *item.value == '[', whole;
        struct items within = items_of(item.value, left);
        if (!list && *item.value != '{') {
            columns = false;
            continue;
        }
        bool any = next_item(&within, &first);
        if (list && any && *first.value == '{')
            return TDG_JSON_NO_TABLE;
        if (list && any && members.header && *first.value == '[')
            return TDG_JSON_ROWS;
        members.text = members.text || is_text_name(fields, item.key, item.key_length);
        members.header = members.header || (list && is_header(fields, item.value, left));
        if (columns && list) {
            size_t count = count_values(item.value, left, &whole);
            members.lists++;
            members.longest = count > members.longest ? count : members.longest;
            members.shortest = whole && count < members.shortest ? count : members.shortest;
        } else if (columns && any)
            columns = is_column(&members, &first);
    }
    return columns && are_columns(&members, !inside, broken) ? TDG_JSON_COLUMNS : TDG_JSON_NO_TABLE;
}

/* Reads the object that has been written to a buffer. */
static int read_record(struct tdg_reader *reader, const struct tdg_leaf *leaf, size_t line,
                       struct tdg_buffer *text, const struct tdg_record *known)
{
    struct tdg_json_scan scan = {0};
    size_t limit = reader->options->max_record;
    tdg_buffer_string(text, text->length ? "}" : "{}");
    if (text->failed)
        return TDG_ENOMEM;
    if (text->length > limit)
        return tdg_reader_skip(reader, leaf->name, line,
                               "a record longer than the limit of %zu bytes", limit);
    tdg_json_find_value(&scan, text->text, 0, text->length);
    return tdg_json_record(reader, leaf, line, text->text, text->length, &scan, known);
}

static void add_member(struct tdg_buffer *text, const char *name, size_t name_length,
                       const char *value, size_t length)
{
    tdg_buffer_char(text, text->length ? ',' : '{');
    tdg_buffer_add(text, name, name_length);
    tdg_buffer_char(text, ':');
    tdg_buffer_add(text, value, length);
}

bool tdg_json_has_rows(const char *text, size_t length)
{
    struct items items = items_of(text, length);
    struct item item;
    return next_item(&items, &item) && *item.value == '[';
}

static int add_name(struct tdg_json_header *header, const char *text, size_t length)
{
    struct tdg_json_name *grown =
        tdg_grow(header->names, &header->capacity, header->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    header->names = grown;
    grown[header->count] =
        (struct tdg_json_name){tdg_arena_copy(&header->arena, text, length), length};
    return grown[header->count++].text ? TDG_OK : TDG_ENOMEM;
}

int tdg_json_header_take(struct tdg_json_header *header, const struct tdg_fields *fields,
                         const char *text, size_t length)
{
    struct items items = items_of(text, length);
    struct item item;
    int status = TDG_OK;
    if (!is_header(fields, text, length))
        return TDG_OK;
    for (size_t size; !status && next_item(&items, &item) && step_over(&items, &size);)
        status = add_name(header, item.value, size);
    return status;
}

int tdg_json_header_number(struct tdg_json_header *header, const struct tdg_fields *fields,
                           const char *text, size_t length)
{
    struct items items = items_of(text, length);
    struct item item;
    char name[24];
    bool named = false;
    int status = TDG_OK;
    for (size_t size; !status && next_item(&items, &item) && step_over(&items, &size);) {
        int written = snprintf(name, sizeof name, "\"%zu\"", header->count + 1);
        named = named || is_text_name(fields, name + 1, (size_t)written - 2);
        status = add_name(header, name, (size_t)written);
    }
    header->count = named ? header->count : 0;
    return status;
}

int tdg_json_row_read(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                      struct tdg_json_header *header, const char *text, size_t length)
{
    struct items items = items_of(text, length);
    struct item item;
    size_t count = 0, line = leaf->bytes.line;
    tdg_buffer_clear(&header->row);
    for (size_t size; next_item(&items, &item) && step_over(&items, &size); count++)
        if (count < header->count)
            add_member(&header->row, header->names[count].text, header->names[count].length,
                       item.value, size);
    if (count > header->count)
        return tdg_reader_skip(reader, leaf->name, line,
                               "a row of %zu values, but the header has %zu", count, header->count);
    if (count < header->count && !header->cut_off++)
        header->first_cut_off = line;
    return read_record(reader, leaf, line, &header->row, NULL);
}

void tdg_json_header_done(struct tdg_json_header *header, struct tdg_reader *reader,
                          const struct tdg_leaf *leaf)
{
    tdg_reader_cut_off(reader, leaf->name, header->cut_off, header->first_cut_off);
    free(header->names);
    tdg_arena_done(&header->arena);
    tdg_buffer_done(&header->row);
    *header = (struct tdg_json_header){0};
}

struct column {
    const char *name; /* with its quotation marks */
    size_t name_length;
    size_t count; /* of its values */
    bool known;
};

struct cell {
    size_t row, column;
    const char *text;
    size_t length;
};

struct columns {
    struct tdg_reader *reader;
    struct tdg_leaf *leaf;
    struct tdg_arena arena; /* of all texts */
    struct column *items;
    size_t count, capacity;
    struct cell *cells;
    size_t cell_count, cell_capacity;
    struct tdg_intern keys; /* of the rows, where columns are objects */
    size_t *lines;          /* [rows] */
    size_t rows, row_capacity;
    bool broken, ended; /* it is no JSON any more; it goes on beyond the stream */
};

/* To the next byte that separates nothing; NUL at the end. */
static int next_byte(struct tdg_bytes *bytes, char *byte)
{
    for (;;) {
        struct items left = {tdg_bytes_at(bytes), 0, tdg_bytes_length(bytes)};
        size_t skip = left.length ? skip_separators(&left) : 0;
        *byte = skip < left.length ? left.text[skip] : '\0';
        tdg_bytes_drop(bytes, skip);
        if (*byte || skip < left.length || bytes->ended)
            return TDG_OK;
        int status = tdg_bytes_more(bytes);
        if (status)
            return status;
    }
}

/* Looks at the value at the beginning of the window; *length is 0 for one that was too long, and
 * that is passed and told. */
static int cut(struct columns *columns, size_t *length)
{
    struct tdg_bytes *bytes = &columns->leaf->bytes;
    struct tdg_json_scan scan = {0};
    size_t limit = columns->reader->options->max_record;
    enum tdg_record_part piece;
    int status = tdg_bytes_cut(bytes, tdg_json_find_value, &scan, limit, &piece, length);
    if (!status && *length > limit && !scan.broken) {
        status = tdg_reader_skip(columns->reader, columns->leaf->name, bytes->line,
                                 "a value longer than the limit of %zu bytes", limit);
        if (!status)
            status = tdg_bytes_pass(bytes, tdg_json_find_value, &scan, piece, *length);
        *length = 0;
    } else {
        columns->broken = !scan.whole;
        columns->ended = !scan.whole && !scan.broken;
    }
    return status;
}

/* A key and its colon. */
static int read_key(struct columns *columns, const char **key, size_t *length)
{
    struct tdg_bytes *bytes = &columns->leaf->bytes;
    char byte;
    *length = 0;
    int status = cut(columns, length);
    columns->broken = columns->broken || *length < 2 || *tdg_bytes_at(bytes) != '"';
    if (status || columns->broken)
        return status;
    *key = tdg_arena_copy(&columns->arena, tdg_bytes_at(bytes), *length);
    if (!*key)
        return TDG_ENOMEM;
    tdg_bytes_drop(bytes, *length);
    status = next_byte(bytes, &byte);
    columns->broken = byte != ':';
    if (!status && !columns->broken) {
        tdg_bytes_drop(bytes, 1);
        status = next_byte(bytes, &byte);
    }
    return status;
}

/* The row of that key, or of that place in a list. */
static int find_row(struct columns *columns, bool object, size_t *row)
{
    const char *key;
    size_t length;
    if (object) {
        int status = read_key(columns, &key, &length);
        if (status || columns->broken)
            return status;
        uint32_t number = tdg_intern(&columns->keys, key + 1, length - 2);
        if (number == TDG_NONE)
            return TDG_ENOMEM;
        *row = number;
    }
    if (*row >= columns->reader->options->max_articles)
        return tdg_fail_at(columns->reader->error, TDG_ELIMIT, columns->leaf->name,
                           columns->leaf->bytes.line, "more articles than the limit of %zu",
                           columns->reader->options->max_articles);
    if (*row < columns->rows)
        return TDG_OK;
    size_t *grown = tdg_grow(columns->lines, &columns->row_capacity, *row + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    columns->lines = grown;
    grown[columns->rows++] = columns->leaf->bytes.line;
    return TDG_OK;
}

static int keep_cell(struct columns *columns, size_t row, size_t column, size_t length)
{
    const char *text = tdg_bytes_at(&columns->leaf->bytes);
    if (!columns->items[column].known && row >= LOOKED_AT)
        return TDG_OK;
    struct cell *grown =
        tdg_grow(columns->cells, &columns->cell_capacity, columns->cell_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    columns->cells = grown;
    grown[columns->cell_count] =
        (struct cell){row, column, tdg_arena_copy(&columns->arena, text, length), length};
    return grown[columns->cell_count++].text ? TDG_OK : TDG_ENOMEM;
}

/* The values of the last column, up to its closing bracket. */
static int read_values(struct columns *columns)
{
    struct tdg_bytes *bytes = &columns->leaf->bytes;
    size_t column = columns->count - 1;
    char open = *tdg_bytes_at(bytes), byte = '\0';
    int status = TDG_OK;
    tdg_bytes_drop(bytes, 1);
    for (size_t next = 0;; next++) {
        size_t row = next, length = 0;
        status = next_byte(bytes, &byte);
        if (status || !byte || byte == (open == '{' ? '}' : ']'))
            break;
        status = find_row(columns, open == '{', &row);
        if (!status && !columns->broken)
            status = cut(columns, &length);
        if (!status && !columns->broken && length)
            status = keep_cell(columns, row, column, length);
        if (!status)
            status = tdg_reader_tick(columns->reader);
        if (status || columns->broken)
            return status;
        tdg_bytes_drop(bytes, length);
        columns->items[column].count++;
    }
    columns->broken = !status && !byte;
    tdg_bytes_drop(bytes, !status && byte);
    return status;
}

static int read_column(struct columns *columns)
{
    struct tdg_bytes *bytes = &columns->leaf->bytes;
    const struct tdg_fields *fields = &columns->reader->fields;
    struct column *grown =
        tdg_grow(columns->items, &columns->capacity, columns->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    columns->items = grown;
    struct column *column = &grown[columns->count];
    *column = (struct column){0};
    int status = read_key(columns, &column->name, &column->name_length);
    if (status || columns->broken)
        return status;
    column->known = tdg_fields_named(fields, column->name + 1, column->name_length - 2) != NULL;
    char first = tdg_bytes_length(bytes) ? *tdg_bytes_at(bytes) : '\0';
    if (first == '{' || first == '[') {
        columns->count++;
        return read_values(columns);
    }
    size_t length;
    status = cut(columns, &length);
    if (!status && !columns->broken)
        tdg_bytes_drop(bytes, length);
    return status;
}

static void tell_lengths(const struct columns *columns)
{
    const struct column *longest = columns->items, *shortest = columns->items;
    for (size_t i = 1; i < columns->count; i++) {
        const struct column *column = &columns->items[i];
        longest = column->count > longest->count ? column : longest;
        shortest = column->count < shortest->count ? column : shortest;
    }
    if (columns->count && shortest->count < longest->count)
        tdg_reader_warn(columns->reader, columns->leaf->name, 0,
                        "the column %.*s has %zu %s, but %.*s has %zu; the missing ones are "
                        "empty",
                        (int)tdg_utf8_cut(shortest->name, shortest->name_length, SHOWN),
                        shortest->name, shortest->count,
                        tdg_plural(shortest->count, "value", "values"),
                        (int)tdg_utf8_cut(longest->name, longest->name_length, SHOWN),
                        longest->name, longest->count);
}

/* Behind something broken no value can be told to be that of a row. */
static int pass_rest(struct columns *columns)
{
    struct tdg_bytes *bytes = &columns->leaf->bytes;
    size_t line = bytes->line;
    int status = TDG_OK;
    bool ended = columns->ended || (bytes->ended && !tdg_bytes_length(bytes));
    for (tdg_bytes_drop(bytes, tdg_bytes_length(bytes)); !status && !bytes->ended;
         tdg_bytes_drop(bytes, tdg_bytes_length(bytes)))
        status = tdg_bytes_more(bytes);
    if (status)
        return status;
    if (!ended)
        return tdg_reader_skip(columns->reader, columns->leaf->name, line,
                               "not valid JSON; the rest of the columns is lost");
    tdg_reader_warn(columns->reader, columns->leaf->name, line,
                    "unterminated object; part of the file may be missing");
    return TDG_OK;
}

/* Writes the rows one by one: `order` has the cells by their rows. */
static int read_rows(const struct columns *columns, const size_t *starts, const size_t *order,
                     struct tdg_buffer *text)
{
    int status = TDG_OK;
    for (size_t row = 0; row < columns->rows && !status; row++) {
        struct tdg_record known = {0};
        const char *key = row < columns->keys.count ? columns->keys.text[row] : "";
        size_t length = strlen(key);
        if (!is_number(key, length) && !strchr(key, '\\') && tdg_utf8_valid(key, length) == length)
            tdg_record_set(&known, TDG_FIELD_ID, TDG_RANK_LAST, key, length);
        tdg_buffer_clear(text);
        for (size_t i = starts[row]; i < starts[row + 1]; i++) {
            const struct cell *cell = &columns->cells[order[i]];
            const struct column *column = &columns->items[cell->column];
            add_member(text, column->name, column->name_length, cell->text, cell->length);
        }
        status = read_record(columns->reader, columns->leaf, columns->lines[row], text, &known);
    }
    return status;
}

static int transpose(const struct columns *columns)
{
    size_t *starts = tdg_alloc(columns->rows + 2, sizeof *starts);
    size_t *order = tdg_alloc(columns->cell_count, sizeof *order);
    struct tdg_buffer text = {0};
    int status = starts && order ? TDG_OK : TDG_ENOMEM;
    if (!status) {
        for (size_t i = 0; i < columns->cell_count; i++)
            starts[columns->cells[i].row + 2]++;
        for (size_t row = 1; row < columns->rows; row++)
            starts[row + 1] += starts[row];
        for (size_t i = 0; i < columns->cell_count; i++)
            order[starts[columns->cells[i].row + 1]++] = i;
        status = read_rows(columns, starts, order, &text);
    }
    free(starts);
    free(order);
    tdg_buffer_done(&text);
    return status;
}

int tdg_json_columns_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct columns columns = {.reader = reader, .leaf = leaf};
    char byte = '\0';
    int status = TDG_OK;
    tdg_bytes_drop(&leaf->bytes, 1);
    while (!status && !columns.broken) {
        status = next_byte(&leaf->bytes, &byte);
        columns.broken = !byte;
        if (status || !byte || byte == '}')
            break;
        status = read_column(&columns);
    }
    if (!status && columns.broken)
        status = pass_rest(&columns);
    else if (!status) {
        tdg_bytes_drop(&leaf->bytes, 1);
        tell_lengths(&columns);
    }
    if (!status)
        status = transpose(&columns);
    free(columns.items);
    free(columns.cells);
    free(columns.lines);
    tdg_intern_done(&columns.keys);
    tdg_arena_done(&columns.arena);
    return status;
}
