// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/entity.h"

#include <stdbool.h>

#include <string.h>

#include <libxml/HTMLparser.h>

enum { LONGEST_NAME = 32, MAX_ESCAPES = 4 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_alnum(char byte)
{
    return is_digit(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

static int digit_value(char byte, int base)
{
    if (is_digit(byte))
        return byte - '0';
    char lower = (char)(byte | 0x20);
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* What follows "&#". Code points that no text can have become a blank. */
static size_t read_number(const char *text, size_t length, int32_t *point)
{
    int base = length && (text[0] | 0x20) == 'x' ? 16 : 10;
    size_t start = base == 16;
    size_t at = start;
    int32_t value = 0;
    for (; at < length && digit_value(text[at], base) >= 0; at++)
        if (value < 0x110000)
            value = value * base + digit_value(text[at], base);
    if (at == start)
        return 0;
    bool real = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
    *point = real ? value : ' ';
    return at + (at < length && text[at] == ';');
}

/* Names need their semicolon, or else "&copy" in an address or "AT&T" would suffer; the few that
 * are often seen without it may do so before a blank. */
static size_t read_name(const char *text, size_t length, int32_t *point)
{
    static const char *const bare[] = {"amp", "lt", "gt", "quot", "nbsp"};
    char name[LONGEST_NAME];
    size_t size = 0;
    while (size < length && size + 1 < sizeof name && is_alnum(text[size])) {
        name[size] = text[size];
        size++;
    }
    name[size] = '\0';
    bool closed = size < length && text[size] == ';';
    for (size_t i = 0; !closed && i < sizeof bare / sizeof *bare; i++)
        if (strcmp(name, bare[i]) == 0 && (size == length || text[size] == ' '))
            closed = true;
    if (!size || !closed)
        return 0;
    if (strcmp(name, "apos") == 0) { /* XML's, not in HTML 4 */
        *point = '\'';
    } else {
        const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
        if (!entity)
            return 0;
        *point = (int32_t)entity->value;
    }
    return size + (size < length && text[size] == ';');
}

static size_t read_once(const char *text, size_t length, int32_t *point)
{
    if (length && text[0] == '#') {
        size_t size = read_number(text + 1, length - 1, point);
        return size ? size + 1 : 0;
    }
    return read_name(text, length, point);
}

size_t tdg_entity_read(const char *text, size_t length, int32_t *point)
{
    size_t size = read_once(text, length, point);
    for (int i = 0; size && *point == '&' && i < MAX_ESCAPES; i++) {
        size_t more = read_once(text + size, length - size, point);
        if (!more)
            break;
        size += more;
    }
    return size;
}
