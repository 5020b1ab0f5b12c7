// SPDX-License-Identifier: GPL-3.0-or-later
/* Where the header of a table is, and what separates its columns: the first line in which the names
 * of fields stand, apart by the separator that makes the most of them. Above it spreadsheets write
 * "sep=;", and people a title. */
#include "input/csv_shape.h"

#include <stdint.h>
#include <string.h>

#include "input/csv.h"

enum { LINES = 10 };

static const char separators[] = ",;\t|";

/* The end of a cell that begins at `at`: its separator, or `end`. */
static const char *cell_end(const char *at, const char *end, char separator)
{
    bool quoted = at < end && *at == '"';
    for (at += quoted; at < end; at++) {
        if (quoted && *at == '"')
            quoted = false;
        else if (!quoted && *at == separator)
            break;
    }
    return at;
}

struct names {
    size_t known, text, cells;
};

static struct names count_names(const struct tdg_fields *fields, const char *at, const char *end,
                                char separator)
{
    struct names names = {0};
    for (;; at++) {
        const char *stop = cell_end(at, end, separator);
        const char *begin = at, *last = stop;
        if (last - begin >= 2 && *begin == '"' && last[-1] == '"')
            begin++, last--;
        const uint8_t *ranks = tdg_fields_named(fields, begin, (size_t)(last - begin));
        names.cells++;
        names.known += ranks != NULL;
        names.text += ranks && (ranks[TDG_FIELD_TITLE] || ranks[TDG_FIELD_BODY]);
        if (stop == end)
            return names;
        at = stop;
    }
}

static const char *line_end(const char *at, const char *end)
{
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return stop ? stop : end;
}

static bool names_separator(const char *at, const char *stop)
{
    return stop - at == 5 && memcmp(at, "sep=", 4) == 0 && at[4] != '"';
}

/* The separator that makes the most names of the line; false where none makes two cells and a
 * text. */
static bool find_separator(const struct tdg_fields *fields, const char *at, const char *end,
                           char *separator)
{
    struct names best = {0};
    for (const char *each = separators; *each; each++) {
        struct names names = count_names(fields, at, end, *each);
        if (names.text && names.cells > 1 && names.known > best.known) {
            best = names;
            *separator = *each;
        }
    }
    return best.known > 0;
}

/* More quotation marks with a backslash before them than doubled ones. At the end of a cell the
 * backslash may be its last character: C:\news\ */
static bool has_escapes(const char *text, size_t length, char separator)
{
    const char ends[] = {'"', separator, '\r', '\n'};
    size_t escaped = 0, doubled = 0;
    for (size_t i = 1; i + 1 < length; i++) {
        if (text[i] != '"' || memchr(ends, text[i + 1], sizeof ends))
            continue;
        escaped += text[i - 1] == '\\';
        doubled += i > 1 && text[i - 1] == '"' && !memchr(ends, text[i - 2], sizeof ends);
    }
    return escaped > doubled;
}

static struct tdg_csv_shape find_header(const struct tdg_fields *fields, const char *text,
                                        size_t length)
{
    const char *at = text, *end = text + length;
    struct tdg_csv_shape shape = {.separator = tdg_csv_separator(text, length)};
    for (size_t line = 0; line < LINES && at < end; line++) {
        const char *next = line_end(at, end), *stop = next;
        while (stop > at && stop[-1] == '\r')
            stop--;
        if (names_separator(at, stop))
            return (struct tdg_csv_shape){at[4], line + 1, true, false};
        if (find_separator(fields, at, stop, &shape.separator))
            return (struct tdg_csv_shape){shape.separator, line, true, false};
        at = next < end ? next + 1 : end;
    }
    return shape;
}

struct tdg_csv_shape tdg_csv_shape(const struct tdg_fields *fields, const char *text, size_t length)
{
    struct tdg_csv_shape shape = find_header(fields, text, length);
    shape.escapes = has_escapes(text, length, shape.separator);
    return shape;
}
