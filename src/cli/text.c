// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/text.h"

#include <locale.h>
#include <stdbool.h>
#include <string.h>
#include <wchar.h>

void tdg_text_begin(void)
{
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        setlocale(LC_CTYPE, "");
}

/* One character of a text as it is put: its bytes and its columns. */
struct glyph {
    const char *bytes;
    size_t length;
    size_t width;
};

/* They turn the direction of what follows (Unicode Standard Annex 9), so that a headline could
 * disguise the table around it. */
static bool turns_direction(wchar_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/* Takes the next character of *text, which is not at its end. */
static struct glyph next_glyph(const char **text)
{
    static const struct glyph unknown = {"?", 1, 1};
    mbstate_t state = {0};
    wchar_t code;
    const char *at = *text;
    size_t length = mbrtowc(&code, at, strlen(at), &state);
    if (length == (size_t)-1 || length == (size_t)-2) {
        *text += 1;
        return unknown;
    }
    *text += length;
    int width = wcwidth(code);
    if (width < 0 || turns_direction(code))
        return unknown;
    return (struct glyph){at, length, (size_t)width};
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

/* Columns of the word that `text` begins with. */
static size_t word_width(const char *text, size_t length)
{
    size_t width = 0;
    for (const char *end = text + length; text < end;)
        width += next_glyph(&text).width;
    return width;
}

size_t tdg_put_wrapped(FILE *stream, const char *text, size_t column, size_t indent, size_t width)
{
    while (*text) {
        size_t length = strcspn(text, " "), columns = word_width(text, length);
        if (column > indent && column + 1 + columns > width) {
            fprintf(stream, "\n%*s", (int)indent, "");
            column = indent;
        } else if (column > indent) {
            fputc(' ', stream);
            column++;
        }
        for (const char *end = text + length; text < end;)
            put(stream, next_glyph(&text));
        column += columns;
        text += strspn(text, " ");
    }
    return column;
}

const char *tdg_digits(size_t count, char text[TDG_DIGITS])
{
    char raw[TDG_DIGITS];
    size_t length = (size_t)snprintf(raw, sizeof raw, "%zu", count), to = 0;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            text[to++] = ',';
        text[to++] = raw[i];
    }
    text[to] = '\0';
    return text;
}

void tdg_put_count(const char *before, size_t count, const char *one, const char *many)
{
    char text[TDG_DIGITS];
    printf("%s%s %s", before, tdg_digits(count, text), count == 1 ? one : many);
}
