// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/header.h"

#include <string.h>
#include <strings.h>

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static struct tdg_slice trimmed(const char *text, const char *end)
{
    while (text < end && is_blank(*text))
        text++;
    while (end > text && is_blank(end[-1]))
        end--;
    return (struct tdg_slice){text, (size_t)(end - text)};
}

size_t tdg_header_end(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        const char *stop = memchr(text + at, '\n', length - at);
        if (!stop)
            return 0;
        size_t next = (size_t)(stop - text) + 1, size = next - at - 1;
        if (size == 0 || (size == 1 && text[at] == '\r'))
            return next;
        at = next;
    }
    return 0;
}

struct tdg_slice tdg_header_find(const char *headers, size_t length, const char *name)
{
    size_t size = strlen(name);
    const char *end = headers + length;
    for (const char *at = headers; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        const char *next = stop ? stop + 1 : end;
        bool found =
            (size_t)(next - at) > size && at[size] == ':' && strncasecmp(at, name, size) == 0;
        while (next < end && (*next == ' ' || *next == '\t')) {
            stop = memchr(next, '\n', (size_t)(end - next));
            next = stop ? stop + 1 : end;
        }
        if (found)
            return trimmed(at + size + 1, next);
        at = next;
    }
    return (struct tdg_slice){"", 0};
}

struct tdg_slice tdg_header_parameter(struct tdg_slice value, const char *name)
{
    size_t size = strlen(name);
    const char *end = value.text + value.length;
    bool quoted = false;
    for (const char *at = value.text; at < end; at++) {
        quoted ^= *at == '"';
        if (*at != ';' || quoted)
            continue;
        const char *key = at + 1;
        while (key < end && is_blank(*key))
            key++;
        if ((size_t)(end - key) <= size || strncasecmp(key, name, size) != 0 || key[size] != '=')
            continue;
        const char *from = key + size + 1, *to = from;
        if (from < end && *from == '"') {
            from++;
            to = memchr(from, '"', (size_t)(end - from));
            return (struct tdg_slice){from, (size_t)((to ? to : end) - from)};
        }
        while (to < end && *to != ';')
            to++;
        return trimmed(from, to);
    }
    return (struct tdg_slice){"", 0};
}

bool tdg_slice_begins(struct tdg_slice slice, const char *text)
{
    size_t size = strlen(text);
    return slice.length >= size && strncasecmp(slice.text, text, size) == 0;
}

void tdg_slice_copy(struct tdg_slice slice, char *into, size_t size)
{
    size_t length = slice.length < size ? slice.length : size - 1;
    memcpy(into, slice.text, length);
    into[length] = '\0';
}
