// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

#include <tidings/plain.h>

#include "base/utf8.h"

/* One character of a text as it is put: its bytes and its columns. */
struct glyph {
    const char *bytes;
    size_t length;
    size_t width;
};

/* Takes the next character of *text, which is not at its end. */
static struct glyph next_glyph(const char **text)
{
    static const struct glyph unknown = {"?", 1, 1};
    uint32_t code;
    const char *at = *text;
    size_t length = tdg_utf8_take(at, &code);
    *text += length ? length : 1;
    if (!length || tdg_utf8_is_unwanted(code) ||
        utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_CN)
        return unknown;
    return (struct glyph){at, length, (size_t)utf8proc_charwidth((utf8proc_int32_t)code)};
}

size_t tdg_text_width(const char *text)
{
    size_t width = 0;
    while (*text)
        width += next_glyph(&text).width;
    return width;
}

static void put(FILE *stream, struct glyph glyph)
{
    fwrite(glyph.bytes, 1, glyph.length, stream);
}

void tdg_put_text(FILE *stream, const char *text)
{
    while (*text)
        put(stream, next_glyph(&text));
}

void tdg_put_padded(FILE *stream, const char *text, size_t width)
{
    bool cut = tdg_text_width(text) > width;
    size_t room = cut && width ? width - 1 : width, used = 0;
    while (*text) {
        struct glyph glyph = next_glyph(&text);
        if (used + glyph.width > room)
            break;
        put(stream, glyph);
        used += glyph.width;
    }
    if (cut && width) {
        fputs("…", stream);
        used++;
    }
    for (; used < width; used++)
        fputc(' ', stream);
}

void tdg_put_cut(FILE *stream, const char *text, size_t width)
{
    if (tdg_text_width(text) > width)
        tdg_put_padded(stream, text, width);
    else
        tdg_put_text(stream, text);
}

static const char blanks[] = " \t\r\n";

/* Columns of the word that `text` begins with. */
static size_t word_width(const char *text, size_t length)
{
    size_t width = 0;
    for (const char *end = text + length; text < end;)
        width += next_glyph(&text).width;
    return width;
}

/* What no line begins with: full stops, commas and closing brackets of East Asia. */
static bool is_closing(struct glyph glyph)
{
    static const char *const closing[] = {"。", "，", "、", "．", "！", "？", "：", "；", "）",
                                          "」", "』", "】", "》", "〉", "〕", "”",  "’",  "ー"};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (strlen(closing[i]) == glyph.length &&
            memcmp(closing[i], glyph.bytes, glyph.length) == 0)
            return true;
    return false;
}

/* The beginning of a word of a script without blanks that fits into `room` columns, up to or behind
 * a character that takes two; 0 if there is none. */
static size_t part_that_fits(const char *word, size_t length, size_t room, size_t *columns)
{
    const char *next = word, *end = word + length;
    size_t used = 0, part = 0;
    bool wide = false;
    while (next < end && used <= room) {
        const char *at = next;
        struct glyph glyph = next_glyph(&next);
        if (at > word && (wide || glyph.width == 2) && !is_closing(glyph)) {
            part = (size_t)(at - word);
            *columns = used;
        }
        used += glyph.width;
        wide = glyph.width == 2;
    }
    return part;
}

size_t tdg_put_wrapped(FILE *stream, const char *text, size_t column, size_t indent, size_t width)
{
    enum { SHORT = 20 }; /* columns of a word that is not broken */
    while (*(text += strspn(text, blanks))) {
        const char *end = text + strcspn(text, blanks);
        bool gap = column > indent, whole = word_width(text, (size_t)(end - text)) <= SHORT;
        while (text < end) {
            size_t length = (size_t)(end - text), columns = word_width(text, length);
            size_t begin = column + gap, part = 0;
            if (begin + columns > width) {
                if (!whole && begin < width)
                    part = part_that_fits(text, length, width - begin, &columns);
                if (!part && column > indent) {
                    fprintf(stream, "\n%*s", (int)indent, "");
                    column = indent;
                    gap = false;
                    continue;
                }
            }
            if (gap)
                fputc(' ', stream);
            gap = false;
            for (const char *stop = text + (part ? part : length); text < stop;)
                put(stream, next_glyph(&text));
            column = begin + columns;
        }
    }
    return column;
}

/* Select Graphic Rendition, ECMA-48 section 8.3.117. */
static const char *const sequences[] = {
    [TDG_COLOUR_NONE] = "\033[0m",   [TDG_COLOUR_BOLD] = "\033[1m", [TDG_COLOUR_DIM] = "\033[2m",
    [TDG_COLOUR_GREEN] = "\033[32m", [TDG_COLOUR_RED] = "\033[31m",
};

void tdg_plain_colour(const struct tdg_plain *plain, enum tdg_colour colour)
{
    if (plain->colours)
        fputs(sequences[colour], plain->stream);
}
