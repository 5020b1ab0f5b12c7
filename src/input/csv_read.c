// SPDX-License-Identifier: GPL-3.0-or-later
/* CSV and TSV files: the header names the fields, each row is an article. */
#include "input/csv_read.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/date_parse.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/csv_shape.h"
#include "input/field.h"

/* The fields of the columns. */
struct header {
    const uint8_t **ranks; /* [count] NULL for a column that is no field */
    const char **names;    /* [count] as they are written */
    size_t count;
    bool missing;                  /* the first row is one of data: columns go by their numbers */
    size_t cut_off, first_cut_off; /* rows with fewer cells; the line of the first of them */
    struct tdg_arena arena;        /* of the names */
};

static struct tdg_csv_shape shape_of(const struct tdg_sample *sample)
{
    return tdg_csv_shape(sample->fields, sample->text, sample->length);
}

/* Where nothing but the content tells, names must stand on the first line: an essay may well have a
 * line with "text, date" in it. */
static bool is_table(const struct tdg_sample *sample, bool tabs)
{
    struct tdg_csv_shape shape = shape_of(sample);
    return shape.named && shape.above == 0 && (shape.separator == '\t') == tabs;
}

bool tdg_csv_fits(const struct tdg_sample *sample)
{
    return tdg_sample_ends(sample, ".csv") || is_table(sample, false);
}

bool tdg_tsv_fits(const struct tdg_sample *sample)
{
    return tdg_sample_ends(sample, ".tsv") || tdg_sample_ends(sample, ".tab") ||
           is_table(sample, true);
}

static bool is_number(const struct tdg_cell *cell)
{
    size_t digits = 0;
    while (digits < cell->length && cell->text[digits] >= '0' && cell->text[digits] <= '9')
        digits++;
    return digits == cell->length;
}

/* A row of data: no name of a field stands in it, but a date or a long text. A number may be a name
 * that --map was given. */
static bool is_data(const struct tdg_fields *fields, const struct tdg_csv *csv)
{
    enum { LONG_TEXT = 60 };
    static const struct tdg_date_rules rules = {.whole_months = true};
    struct tdg_date_times times;
    bool data = false;
    for (size_t i = 0; i < csv->count; i++) {
        const struct tdg_cell *cell = &csv->cells[i];
        if (is_number(cell))
            continue;
        if (tdg_fields_named(fields, cell->text, cell->length))
            return false;
        data = data || (cell->length > LONG_TEXT ? memchr(cell->text, ' ', cell->length) != NULL
                                                 : tdg_date_read(cell->text, cell->length, &rules,
                                                                 &times) != TDG_DATE_UNKNOWN);
    }
    return data;
}

/* A column goes by its number, if --map was given that and no column has it as its name, or else by
 * the name that it has. */
static const uint8_t *ranks_of(const struct tdg_fields *fields, const struct tdg_csv *csv, size_t i,
                               const char *number)
{
    size_t length = strlen(number);
    const uint8_t *ranks = tdg_fields_named(fields, number, length);
    for (size_t other = 0; ranks && other < csv->count; other++)
        if (csv->cells[other].length == length &&
            memcmp(csv->cells[other].text, number, length) == 0)
            ranks = NULL;
    return ranks ? ranks : tdg_fields_named(fields, csv->cells[i].text, csv->cells[i].length);
}

static int take_header(struct tdg_reader *reader, const struct tdg_csv *csv, struct header *header)
{
    const struct tdg_fields *fields = &reader->fields;
    header->ranks = tdg_alloc(csv->count, sizeof *header->ranks);
    header->names = tdg_alloc(csv->count, sizeof *header->names);
    if (!header->ranks || !header->names)
        return TDG_ENOMEM;
    header->count = csv->count;
    header->missing = is_data(fields, csv);
    for (size_t i = 0; i < csv->count; i++) {
        const struct tdg_cell *cell = &csv->cells[i];
        char number[24];
        snprintf(number, sizeof number, "%zu", i + 1);
        header->ranks[i] = header->missing ? tdg_fields_named(fields, number, strlen(number))
                                           : ranks_of(fields, csv, i, number);
        header->names[i] = header->missing
                               ? tdg_arena_copy(&header->arena, number, strlen(number))
                               : tdg_arena_copy(&header->arena, cell->text, cell->length);
        if (!header->names[i])
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

static void header_done(struct header *header)
{
    free((void *)header->ranks);
    free((void *)header->names);
    tdg_arena_done(&header->arena);
    *header = (struct header){0};
}

/* Which columns have something, in the first rows: names of fields, and what may be one as well. */
static int look_at(struct tdg_reader *reader, const struct tdg_csv *csv,
                   const struct header *header)
{
    struct tdg_understood *understood = &reader->understood;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < header->count && i < csv->count; i++) {
        const struct tdg_cell *cell = &csv->cells[i];
        struct tdg_way way = {.name = header->names[i], .length = strlen(header->names[i])};
        if (header->ranks[i])
            status = tdg_understood_name(understood, &reader->fields, header->ranks[i], &way);
        if (!status)
            status = tdg_understood_other(understood, &way, cell->text, cell->length);
    }
    return status;
}

static bool is_text(const uint8_t *ranks)
{
    return ranks && (ranks[TDG_FIELD_TITLE] || ranks[TDG_FIELD_BODY]);
}

static bool has_text(const struct header *header)
{
    for (size_t i = 0; i < header->count; i++)
        if (is_text(header->ranks[i]))
            return true;
    return false;
}

static bool is_blank(const struct tdg_cell *cell)
{
    for (size_t i = 0; i < cell->length; i++)
        if (cell->text[i] != ' ' && cell->text[i] != '\t')
            return false;
    return true;
}

/* Columns that the header does not have may stand there where they are empty. */
static bool right_count(const struct tdg_csv *csv, const struct header *header)
{
    size_t count = csv->count;
    while (count > header->count && is_blank(&csv->cells[count - 1]))
        count--;
    return count == header->count;
}

/* A line with nothing but separators is an empty one. */
static bool is_empty(const struct tdg_csv *csv)
{
    for (size_t i = 0; i < csv->count; i++)
        if (!is_blank(&csv->cells[i]))
            return false;
    return true;
}

/* A row that ends before its last cells but has a text. A cell alone is more likely a line that
 * belongs to no row, and so is any beside a quotation mark that is not closed. */
static bool is_cut_off(const struct tdg_csv *csv, const struct header *header)
{
    if (csv->count < 2 || csv->count >= header->count || csv->torn)
        return false;
    for (size_t i = 0; i < csv->count; i++)
        if (is_text(header->ranks[i]) && !is_blank(&csv->cells[i]))
            return true;
    return false;
}

static int take_article(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                        const struct tdg_csv *csv, struct header *header)
{
    if (is_empty(csv))
        return TDG_OK;
    bool cut_off = !csv->ragged && is_cut_off(csv, header);
    size_t count = csv->count < header->count ? csv->count : header->count;
    if (cut_off && !header->cut_off++)
        header->first_cut_off = csv->line;
    if (!csv->ragged && !cut_off && !right_count(csv, header))
        return tdg_reader_skip(reader, leaf->name, csv->line,
                               "%zu column%s, but the header has %zu", csv->count,
                               csv->count == 1 ? "" : "s", header->count);
    struct tdg_record record = {.line = csv->line, .otherwise = TDG_NO_DATE};
    for (size_t i = 0; i < count; i++)
        if (header->ranks[i] && !is_blank(&csv->cells[i]))
            tdg_record_offer(&record, header->ranks[i], csv->cells[i].text, csv->cells[i].length);
    int status =
        tdg_understood_is_close(&reader->understood) ? look_at(reader, csv, header) : TDG_OK;
    return status ? status : tdg_article_add(reader, leaf, &record);
}

static int pass_lines(struct tdg_leaf *leaf, size_t count)
{
    enum tdg_record_part piece;
    size_t length;
    int status = TDG_OK;
    for (; count && !status; count--) {
        status = tdg_bytes_cut(&leaf->bytes, tdg_find_line, NULL, SIZE_MAX, &piece, &length);
        if (!status)
            tdg_bytes_drop(&leaf->bytes, length);
    }
    return status;
}

/* The first rows of a table whose header names no text. */
static int look_on(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv,
                   const struct header *header, tdg_next_row next, void *context)
{
    enum { ROWS = 100 };
    bool more = true;
    int status = TDG_OK;
    for (size_t rows = 0; !status && more && rows < ROWS; rows++) {
        status = next(context, reader, leaf, csv, &more);
        if (!status && more)
            status = look_at(reader, csv, header);
    }
    return status;
}

int tdg_rows_read(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv,
                  tdg_next_row next, void *context, size_t titles, bool *named, bool *missing)
{
    struct header header = {0};
    bool more = false;
    int status = next(context, reader, leaf, csv, &more);
    reader->understood.named = true;
    *named = *missing = false;
    while (!status && more && !*named) {
        header_done(&header);
        status = take_header(reader, csv, &header);
        *named = !status && has_text(&header);
        if (!status && !*named && !titles--)
            break;
        if (!status && !*named)
            status = next(context, reader, leaf, csv, &more);
    }
    if (!status && *named && header.missing)
        status = take_article(reader, leaf, csv, &header);
    while (!status && more && *named) {
        status = next(context, reader, leaf, csv, &more);
        if (!status && more)
            status = take_article(reader, leaf, csv, &header);
    }
    *missing = header.missing;
    if (!status && more && header.missing && !*named)
        status = look_at(reader, csv, &header);
    if (!status && more && header.count)
        status = look_on(reader, leaf, csv, &header, next, context);
    tdg_reader_cut_off(reader, leaf->name, header.cut_off, header.first_cut_off);
    header_done(&header);
    return status;
}

/* A tdg_next_row. */
static int next_row(void *context, struct tdg_reader *reader, struct tdg_leaf *leaf,
                    struct tdg_csv *csv, bool *more)
{
    (void)context;
    return tdg_csv_next(reader, leaf, csv, more);
}

static int skip_table(struct tdg_reader *reader, const struct tdg_leaf *leaf, size_t line,
                      bool missing)
{
    struct tdg_understood *understood = &reader->understood;
    const char *why = missing ? "the table has no header, for its first row looks like an article"
                              : "no column of the header is a title or a body";
    const struct tdg_missed *body = tdg_understood_text(understood, TDG_BODY_BYTES, NULL);
    const struct tdg_missed *title = tdg_understood_text(understood, TDG_TITLE_BYTES, body);
    const struct tdg_missed *date = tdg_understood_date(understood);
    char map[3][TDG_MAP_TEXT + 1] = {"", "", ""}, maps[3 * (TDG_MAP_TEXT + 1)];
    if (!body && !title)
        return tdg_reader_skip(reader, leaf->name, line, "%s; --map can name one%s", why,
                               missing ? ": --map title=2" : "");
    if (title && (!body || missing))
        tdg_missed_map(title, "title", map[0]);
    if (body)
        tdg_missed_map(body, "body", map[1]);
    if (date)
        tdg_missed_map(date, "published", map[2]);
    snprintf(maps, sizeof maps, "%s%s%s%s%s", map[0], *map[0] && *map[1] ? " " : "", map[1],
             date ? " " : "", map[2]);
    if (!missing && !reader->options->strict && tdg_understood_hint(understood, maps))
        return tdg_reader_skip(reader, leaf->name, line, "%s", why);
    return tdg_reader_skip(reader, leaf->name, line, "%s; try %s", why, maps);
}

static int read_table(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv_shape shape)
{
    struct tdg_csv csv = {.separator = shape.separator, .escapes = shape.escapes};
    bool named = true, missing = false;
    int status = pass_lines(leaf, shape.above);
    size_t line = leaf->bytes.line;
    if (!status)
        status = tdg_rows_read(reader, leaf, &csv, next_row, NULL, 0, &named, &missing);
    if (!status && !named && csv.line)
        status = skip_table(reader, leaf, line, missing);
    tdg_csv_done(&csv);
    return status;
}

static struct tdg_csv_shape shape_of_leaf(const struct tdg_reader *reader,
                                          const struct tdg_leaf *leaf)
{
    return tdg_csv_shape(&reader->fields, tdg_bytes_at(&leaf->bytes),
                         tdg_bytes_length(&leaf->bytes));
}

int tdg_csv_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct tdg_csv_shape shape = shape_of_leaf(reader, leaf);
    if (!shape.named && shape.separator == '\t')
        shape.separator = ',';
    return read_table(reader, leaf, shape);
}

int tdg_tsv_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct tdg_csv_shape shape = shape_of_leaf(reader, leaf);
    if (!shape.named)
        shape.separator = '\t';
    return read_table(reader, leaf, shape);
}
