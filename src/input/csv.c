// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/csv.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "input/bytes.h"

enum place { AT_START, IN_PLAIN, IN_QUOTES, AFTER_QUOTE };

/* The search for the end of a row. */
struct row {
    enum place place;
    char separator;
    bool escapes;
    bool escaped; /* the next byte stands for itself */
    bool lines_only;
    bool broken;     /* a quotation mark is not closed */
    size_t opened;   /* where the last quotation mark opened */
    size_t bad_line; /* broken by text behind a closing mark: where the line of that begins */
};

static size_t line_start(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

/* The next quotation mark that is not escaped, or `length`. */
static size_t find_quote(struct row *row, const char *text, size_t at, size_t length)
{
    if (!row->escapes) {
        const char *quote = memchr(text + at, '"', length - at);
        return quote ? (size_t)(quote - text) : length;
    }
    for (; at < length; at++) {
        if (row->escaped)
            row->escaped = false;
        else if (text[at] == '\\')
            row->escaped = true;
        else if (text[at] == '"')
            break;
    }
    return at;
}

/* Inside quotation marks: to the next one, or to `length`. */
static size_t scan_quotes(struct row *row, const char *text, size_t at, size_t length)
{
    size_t stop = find_quote(row, text, at, length);
    bool quote = stop < length;
    if (row->lines_only) {
        const char *line = memchr(text + at, '\n', stop - at);
        if (line) {
            row->broken = true;
            return (size_t)(line - text) + 1;
        }
    }
    if (quote) {
        row->place = AFTER_QUOTE;
        stop++;
    }
    return stop;
}

/* Text behind a closing mark: in the line in which the mark opened it is taken as it is, else the
 * opening one was never closed and this is the opening mark of another row. */
static void scan_behind_quote(struct row *row, const char *text, size_t at)
{
    if (text[at] == '"')
        row->place = IN_QUOTES;
    else if (memchr(text + row->opened, '\n', at - row->opened)) {
        row->broken = true;
        row->bad_line = line_start(text, at);
    } else
        row->place = IN_PLAIN;
}

/* A tdg_find_end for a row. */
static size_t find_row(void *state, const char *text, size_t seen, size_t length)
{
    struct row *row = state;
    size_t at = seen;
    while (at < length && !row->broken) {
        if (row->place == IN_QUOTES) {
            at = scan_quotes(row, text, at, length);
            continue;
        }
        char byte = text[at];
        if (byte == '\n')
            return at + 1;
        if (byte == row->separator)
            row->place = AT_START;
        else if (row->place == AFTER_QUOTE && byte != '\r')
            scan_behind_quote(row, text, at);
        else if (row->place == AT_START) {
            row->place = byte == '"' ? IN_QUOTES : IN_PLAIN;
            row->opened = at;
        }
        at++;
    }
    return row->broken ? at : 0;
}

/* A row is reported as broken, and reading goes on in the line after the one whose quotation mark
 * was not closed. Up to the place where that was found out, rows are lines from now on: else a file
 * made for it could take quadratic time. */
static int skip_open_quote(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv,
                           const struct row *row, size_t seen)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    const char *text = tdg_bytes_at(bytes);
    size_t line = bytes->line;
    for (size_t i = 0; i < row->opened; i++)
        line += text[i] == '\n';
    if (!row->lines_only)
        csv->lines_only = bytes->offset + (row->broken ? row->bad_line : seen);
    int status = tdg_reader_skip(reader, leaf->name, line, "unclosed quotation mark");
    size_t end = tdg_find_line(NULL, text, row->opened, seen);
    enum tdg_record_part piece = end || bytes->ended ? TDG_PIECE_WHOLE : TDG_PIECE_OPEN;
    return status ? status : tdg_bytes_pass(bytes, tdg_find_line, NULL, piece, end ? end : seen);
}

static int skip_long(struct tdg_reader *reader, struct tdg_leaf *leaf, enum tdg_record_part piece,
                     size_t length)
{
    int status =
        tdg_reader_skip(reader, leaf->name, leaf->bytes.line,
                        "a row longer than the limit of %zu bytes", reader->options->max_record);
    return status ? status : tdg_bytes_pass(&leaf->bytes, tdg_find_line, NULL, piece, length);
}

/* Takes the quotation marks out of a cell, in place; returns where the cell ends. */
static size_t take_cell(const struct tdg_csv *csv, struct tdg_cell *cell, char *text, size_t at,
                        size_t length)
{
    size_t into = at;
    *cell = (struct tdg_cell){text + at, 0};
    if (at < length && text[at] == '"') {
        for (at++; at < length; at++) {
            bool escaped = csv->escapes && at + 1 < length && text[at] == '\\' &&
                           (text[at + 1] == '"' || text[at + 1] == '\\');
            if (escaped)
                at++;
            else if (text[at] == '"' && (++at == length || text[at] != '"'))
                break;
            text[into++] = text[at];
        }
    }
    const char *end = at < length ? memchr(text + at, csv->separator, length - at) : NULL;
    size_t stop = end ? (size_t)(end - text) : length;
    memmove(text + into, text + at, stop - at);
    cell->length = into + (stop - at) - (size_t)(cell->text - text);
    return stop;
}

static int split(struct tdg_csv *csv, char *text, size_t length)
{
    csv->count = 0;
    for (size_t at = 0;; at++) {
        struct tdg_cell *grown =
            tdg_grow(csv->cells, &csv->capacity, csv->count + 1, sizeof *grown);
        if (!grown)
            return TDG_ENOMEM;
        csv->cells = grown;
        at = take_cell(csv, &csv->cells[csv->count++], text, at, length);
        if (at >= length)
            return TDG_OK;
    }
}

static int take_row(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv,
                    size_t length)
{
    char *text = tdg_bytes_at(&leaf->bytes);
    csv->line = leaf->bytes.line;
    tdg_bytes_drop(&leaf->bytes, length);
    while (length && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    csv->count = 0;
    int status = tdg_reader_mend(reader, leaf->name, csv->line, &text, &length);
    return status || !length ? status : split(csv, text, length);
}

int tdg_csv_next(struct tdg_reader *reader, struct tdg_leaf *leaf, struct tdg_csv *csv, bool *more)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    for (;;) {
        struct row row = {.separator = csv->separator,
                          .escapes = csv->escapes,
                          .lines_only = bytes->offset < csv->lines_only};
        enum tdg_record_part piece;
        size_t length;
        csv->torn = row.lines_only;
        int status =
            tdg_bytes_cut(bytes, find_row, &row, reader->options->max_record, &piece, &length);
        *more = piece != TDG_PIECE_NONE;
        if (status || !*more)
            return status;
        bool complete = piece == TDG_PIECE_WHOLE || piece == TDG_PIECE_LAST;
        if (row.broken || row.place == IN_QUOTES)
            status = skip_open_quote(reader, leaf, csv, &row, length);
        else if (!complete)
            status = skip_long(reader, leaf, piece, length);
        else
            status = take_row(reader, leaf, csv, length);
        if (!status)
            status = tdg_reader_tick(reader);
        if (status || (complete && !row.broken && row.place != IN_QUOTES && csv->count > 0))
            return status;
    }
}

void tdg_csv_done(struct tdg_csv *csv)
{
    free(csv->cells);
    *csv = (struct tdg_csv){0};
}

char tdg_csv_separator(const char *text, size_t length)
{
    const char *end = memchr(text, '\n', length);
    if (end)
        length = (size_t)(end - text);
    if (memchr(text, '\t', length) && !memchr(text, ',', length))
        return '\t';
    return memchr(text, ';', length) && !memchr(text, ',', length) ? ';' : ',';
}
