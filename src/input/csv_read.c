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
#include "input/article.h"
#include "input/bytes.h"
#include "input/csv_shape.h"
#include "input/field.h"

/* The fields of the columns. */
struct header {
    const uint8_t **ranks; /* [count] NULL for a column that is no field */
    const char **names;    /* [count] as they are written */
    size_t count;
    struct tdg_arena arena; /* of the names */
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

static int take_header(struct tdg_reader *reader, const struct tdg_csv *csv, struct header *header)
{
    header->ranks = tdg_alloc(csv->count, sizeof *header->ranks);
    header->names = tdg_alloc(csv->count, sizeof *header->names);
    if (!header->ranks || !header->names)
        return TDG_ENOMEM;
    header->count = csv->count;
    for (size_t i = 0; i < csv->count; i++) {
        const struct tdg_cell *cell = &csv->cells[i];
        header->ranks[i] = tdg_fields_named(&reader->fields, cell->text, cell->length);
        header->names[i] = tdg_arena_copy(&header->arena, cell->text, cell->length);
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
        struct tdg_way way = {header->names[i], strlen(header->names[i]), NULL};
        if (header->ranks[i])
            status = tdg_understood_name(understood, &reader->fields, header->ranks[i], &way);
        if (!status)
            status = tdg_understood_other(understood, &way, cell->text, cell->length);
    }
    return status;
}

static bool has_text(const struct header *header)
{
    for (size_t i = 0; i < header->count; i++)
        if (header->ranks[i] &&
            (header->ranks[i][TDG_FIELD_TITLE] || header->ranks[i][TDG_FIELD_BODY]))
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

static int take_article(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                        const struct tdg_csv *csv, const struct header *header)
{
    if (is_empty(csv))
        return TDG_OK;
    size_t count = csv->ragged && csv->count < header->count ? csv->count : header->count;
    if (!csv->ragged && !right_count(csv, header))
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
                  tdg_next_row next, void *context, size_t titles, bool *named)
{
    struct header header = {0};
    bool more = false;
    int status = next(context, reader, leaf, csv, &more);
    reader->understood.named = true;
    *named = false;
    while (!status && more && !*named) {
        header_done(&header);
        status = take_header(reader, csv, &header);
        *named = !status && has_text(&header);
        if (!status && !*named && !titles--)
            break;
        if (!status && !*named)
            status = next(context, reader, leaf, csv, &more);
    }
    while (!status && more && *named) {
        status = next(context, reader, leaf, csv, &more);
        if (!status && more)
            status = take_article(reader, leaf, csv, &header);
    }
    if (!status && more && header.count)
        status = look_on(reader, leaf, csv, &header, next, context);
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

static int skip_table(struct tdg_reader *reader, const struct tdg_leaf *leaf, size_t line)
{
    struct tdg_understood *understood = &reader->understood;
    const struct tdg_missed *body = tdg_understood_text(understood, TDG_BODY_BYTES);
    const struct tdg_missed *text = body ? body : tdg_understood_text(understood, TDG_TITLE_BYTES);
    if (!text)
        return tdg_reader_skip(reader, leaf->name, line,
                               "no column of the header is a title or a body; --map can name one");
    char first[TDG_MAP_TEXT], second[TDG_MAP_TEXT] = "", maps[2 * TDG_MAP_TEXT];
    const struct tdg_missed *date = tdg_understood_date(understood);
    tdg_missed_map(text, body ? "body" : "title", first);
    if (date)
        tdg_missed_map(date, "published", second);
    snprintf(maps, sizeof maps, "%s%s%s", first, date ? " " : "", second);
    if (!reader->options->strict && tdg_understood_hint(understood, maps))
        return tdg_reader_skip(reader, leaf->name, line,
                               "no column of the header is a title or a body");
    return tdg_reader_skip(reader, leaf->name, line,
                           "no column of the header is a title or a body; try %s", maps);
}

static int read_table(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv_shape shape)
{
    struct tdg_csv csv = {.separator = shape.separator, .escapes = shape.escapes};
    bool named = true;
    int status = pass_lines(leaf, shape.above);
    size_t line = leaf->bytes.line;
    if (!status)
        status = tdg_rows_read(reader, leaf, &csv, next_row, NULL, 0, &named);
    if (!status && !named && csv.line)
        status = skip_table(reader, leaf, line);
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
