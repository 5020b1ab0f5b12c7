// SPDX-License-Identifier: GPL-3.0-or-later
/* JSON Lines, and JSON: a list of articles, an object with such a list, or articles one after
 * another. A stream is cut into records, each of which is parsed on its own, so that a broken one
 * costs no other and a file needs no more memory than its longest record. */
#include <string.h>

#include "read/format.h"
#include "read/json_record.h"
#include "read/json_scan.h"

enum { RESCANS = 100, SOME_LINES = 5 };

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

static size_t skip_blanks(const char *text, size_t at, size_t length)
{
    while (at < length && is_blank(text[at]))
        at++;
    return at;
}

/* The start of an object: {" or {} */
static bool object_at(const char *text, size_t at, size_t length)
{
    at = skip_blanks(text, at, length);
    if (at >= length || text[at] != '{')
        return false;
    at = skip_blanks(text, at + 1, length);
    return at >= length || text[at] == '"' || text[at] == '}';
}

static bool is_list_name(const char *name, size_t length)
{
    static const char *const names[] = {"articles", "items",   "data", "documents", "docs",
                                        "results",  "records", "news", "stories",   "entries"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return true;
    return false;
}

/* Where the text is an object with a list of articles: the place behind the list's bracket, else
 * 0. */
static size_t list_inside(const char *text, size_t length)
{
    struct tdg_json_scan scan = {0};
    for (size_t at = skip_blanks(text, 0, length); at < length; at++) {
        size_t name = at + 1;
        const char *end = scan.depth == 1 && !scan.string && text[at] == '"'
                              ? memchr(text + name, '"', length - name)
                              : NULL;
        if (end && is_list_name(text + name, (size_t)(end - text) - name)) {
            size_t next = skip_blanks(text, (size_t)(end - text) + 1, length);
            if (next < length && text[next] == ':') {
                next = skip_blanks(text, next + 1, length);
                size_t first = skip_blanks(text, next + 1, length);
                if (first < length && text[next] == '[' && strchr("{]", text[first]))
                    return next + 1;
            }
        }
        if (tdg_json_find_value(&scan, text + at, 0, 1) || scan.broken)
            return 0;
    }
    return 0;
}

bool tdg_json_fits(const struct tdg_sample *sample)
{
    const char *text = sample->text;
    size_t length = sample->length;
    size_t at = skip_blanks(text, 0, length);
    if (tdg_sample_ends(sample, ".jsonl") || tdg_sample_ends(sample, ".ndjson") || at == length)
        return false;
    if (text[at] == '[') {
        size_t first = skip_blanks(text, at + 1, length);
        return tdg_sample_ends(sample, ".json") || first == length || text[first] == '{' ||
               text[first] == ']';
    }
    if (!object_at(text, at, length))
        return false;
    const char *line = memchr(text + at, '\n', length - at);
    size_t second = line ? skip_blanks(text, (size_t)(line - text), length) : length;
    if (second == length)
        return list_inside(text, length) > 0;
    return text[second] == '"' || text[second] == '}';
}

bool tdg_jsonl_fits(const struct tdg_sample *sample)
{
    static const char *const endings[] = {".jsonl", ".ndjson", ".json"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (tdg_sample_ends(sample, endings[i]))
            return true;
    const char *at = sample->text, *end = sample->text + sample->length;
    for (int line = 0; at && line < SOME_LINES; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (object_at(at, 0, (size_t)((stop ? stop : end) - at)))
            return true;
        at = stop ? stop + 1 : NULL;
    }
    return false;
}

static int skip_long(struct tdg_reader *reader, const struct tdg_leaf *leaf)
{
    return tdg_reader_skip(reader, leaf->name, leaf->bytes.line,
                           "a record longer than the limit of %zu bytes",
                           reader->options->most_record);
}

static int read_line(struct tdg_reader *reader, struct tdg_leaf *leaf, char *text, size_t length)
{
    size_t start = skip_blanks(text, 0, length);
    while (length > start && is_blank(text[length - 1]))
        length--;
    if (start == length)
        return TDG_OK;
    struct tdg_json_scan scan = {0};
    size_t end = tdg_json_find_value(&scan, text + start, 0, length - start);
    if (end ? end < length - start : text[start] == '{') /* more or less than one value */
        scan.broken = true;
    return tdg_json_record(reader, leaf, text + start, length - start, &scan);
}

int tdg_jsonl_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    for (;;) {
        enum tdg_piece piece;
        size_t length;
        int status = tdg_bytes_cut(bytes, tdg_find_line, NULL, reader->options->most_record, &piece,
                                   &length);
        if (status || piece == TDG_PIECE_NONE)
            return status;
        if (piece == TDG_PIECE_LONG || piece == TDG_PIECE_OPEN)
            status = skip_long(reader, leaf);
        else
            status = read_line(reader, leaf, tdg_bytes_at(bytes), length);
        if (!status)
            status = tdg_bytes_pass(bytes, tdg_find_line, NULL, piece, length);
        if (!status)
            status = tdg_reader_tick(reader);
        if (status)
            return status;
    }
}

/* To the next byte that is neither blank nor a comma; *byte is 0 at the end. */
static int next_byte(struct tdg_bytes *bytes, char *byte)
{
    for (;;) {
        size_t length = tdg_bytes_length(bytes), skip = 0;
        const char *text = length ? tdg_bytes_at(bytes) : NULL;
        while (skip < length && (is_blank(text[skip]) || text[skip] == ','))
            skip++;
        *byte = skip < length ? text[skip] : '\0';
        bool found = skip < length;
        tdg_bytes_drop(bytes, skip);
        if (found || bytes->ended)
            return TDG_OK;
        int status = tdg_bytes_more(bytes);
        if (status)
            return status;
    }
}

/* Behind something broken: to the next object. It is looked for from the beginning of the broken
 * one, but not for ever, so that a file made for it cannot take quadratic time. */
static int recover(struct tdg_reader *reader, struct tdg_leaf *leaf, size_t length,
                   unsigned *rescans)
{
    char before = '\0';
    enum tdg_piece piece;
    if (++*rescans > RESCANS)
        tdg_bytes_drop(&leaf->bytes, length);
    int status = tdg_bytes_cut(&leaf->bytes, tdg_json_find_next, &before,
                               reader->options->most_record, &piece, &length);
    return status ? status
                  : tdg_bytes_pass(&leaf->bytes, tdg_json_find_next, &before, piece, length);
}

static int read_value(struct tdg_reader *reader, struct tdg_leaf *leaf, unsigned *rescans)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    struct tdg_json_scan scan = {0};
    enum tdg_piece piece;
    size_t length;
    int status = tdg_bytes_cut(bytes, tdg_json_find_value, &scan, reader->options->most_record,
                               &piece, &length);
    if (status)
        return status;
    if (scan.broken || (piece == TDG_PIECE_LAST && (scan.depth || scan.string))) {
        status = tdg_reader_skip(reader, leaf->name, bytes->line, "not valid JSON");
        return status ? status : recover(reader, leaf, length, rescans);
    }
    if (piece == TDG_PIECE_LONG || piece == TDG_PIECE_OPEN)
        status = skip_long(reader, leaf);
    else
        status = tdg_json_record(reader, leaf, tdg_bytes_at(bytes), length, &scan);
    if (!status)
        status = tdg_bytes_pass(bytes, tdg_json_find_value, &scan, piece, length);
    return status;
}

int tdg_json_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    unsigned rescans = 0;
    char byte;
    int status = next_byte(bytes, &byte);
    if (status)
        return status;
    size_t inside = byte == '{' ? list_inside(tdg_bytes_at(bytes), tdg_bytes_length(bytes)) : 0;
    bool list = byte == '[' || inside > 0;
    tdg_bytes_drop(bytes, byte == '[' ? 1 : inside);
    while (!(status = next_byte(bytes, &byte)) && byte && byte != ']') {
        status = read_value(reader, leaf, &rescans);
        if (!status)
            status = tdg_reader_tick(reader);
        if (status)
            return status;
    }
    if (!status && list && byte != ']')
        tdg_reader_warn(reader, leaf->name, bytes->line,
                        "the list does not end; part of the file may be missing");
    if (status || byte != ']')
        return status;
    tdg_bytes_drop(bytes, 1);
    status = next_byte(bytes, &byte);
    if (!status && byte && !inside)
        status =
            tdg_reader_skip(reader, leaf->name, bytes->line, "text behind the end of the list");
    return status;
}
