// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/json_scan.h"

#include <string.h>

enum { DIGITS_OF_DOUBLE = 15 };

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_hex(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/* From inside a string to behind it, or to `length`. */
static size_t scan_string(struct tdg_json_scan *scan, const char *text, size_t at, size_t length)
{
    for (; at < length; at++) {
        if (scan->escaped)
            scan->escaped = false;
        else if (text[at] == '\\')
            scan->escaped = true;
        else if (text[at] == '"') {
            scan->string = false;
            scan->closed = true;
            return at + 1;
        }
    }
    return at;
}

static void open_bracket(struct tdg_json_scan *scan, char bracket)
{
    if (scan->depth < TDG_JSON_CHECKED)
        scan->open[scan->depth] = bracket;
    scan->depth++;
    if (scan->depth > scan->deepest)
        scan->deepest = scan->depth;
}

static void close_bracket(struct tdg_json_scan *scan, char bracket)
{
    char opened = bracket == '}' ? '{' : '[';
    if (scan->depth == 0 || (--scan->depth < TDG_JSON_CHECKED && scan->open[scan->depth] != opened))
        scan->broken = true;
}

/* A byte outside of strings that is not blank. */
static void scan_byte(struct tdg_json_scan *scan, char byte)
{
    if (scan->closed && !strchr(",:}]", byte)) {
        scan->broken = true;
        return;
    }
    scan->closed = false;
    if (is_digit(byte)) {
        if (++scan->digits > DIGITS_OF_DOUBLE)
            scan->long_number = true;
        return;
    }
    if (byte != '.')
        scan->digits = 0;
    if (byte == '"')
        scan->string = true;
    else if (byte == '{' || byte == '[')
        open_bracket(scan, byte);
    else if (byte == '}' || byte == ']')
        close_bracket(scan, byte);
    else if (!byte || !strchr(",:.+-eEtrufalsn", byte))
        scan->broken = true;
}

size_t tdg_json_find_value(void *state, const char *text, size_t seen, size_t length)
{
    struct tdg_json_scan *scan = state;
    for (size_t at = seen; at < length;) {
        if (scan->string) {
            at = scan_string(scan, text, at, length);
            continue;
        }
        char byte = text[at];
        bool top = scan->depth == 0;
        /* A value that is no object ends before what follows it. */
        if (top && at > 0 && (byte == ',' || byte == ']' || is_blank(byte)))
            return at;
        if (!is_blank(byte))
            scan_byte(scan, byte);
        at++;
        if (scan->broken || (!top && scan->depth == 0))
            return at;
    }
    return 0;
}

size_t tdg_json_find_next(void *state, const char *text, size_t seen, size_t length)
{
    char *before = state;
    for (size_t at = seen; at < length; at++) {
        char byte = text[at];
        if (byte == '{' && *before == '}')
            return at;
        if (!is_blank(byte) && !(byte == ',' && *before == '}'))
            *before = byte;
    }
    return 0;
}

/* The four digits of an escape at `at`: its number, or -1 where it is none. */
static int escape_value(const char *text, size_t at, size_t length)
{
    int value = 0;
    if (at + 6 > length || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    for (size_t i = at + 2; i < at + 6; i++) {
        if (!is_hex(text[i]))
            return -1;
        int digit = is_digit(text[i]) ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10;
        value = value * 16 + digit;
    }
    return value;
}

size_t tdg_json_mend_escapes(char *text, size_t length)
{
    size_t mended = 0;
    const char *found;
    for (size_t at = 0; at < length && (found = memchr(text + at, '\\', length - at));) {
        at = (size_t)(found - text);
        int value = escape_value(text, at, length);
        if (value < 0) {
            at += 2;
            continue;
        }
        const char *better = NULL;
        if (value == 0)
            better = "0020";
        else if (value >= 0xd800 && value <= 0xdfff) {
            int low = escape_value(text, at + 6, length);
            if (value <= 0xdbff && low >= 0xdc00 && low <= 0xdfff)
                at += 6;
            else
                better = "fffd";
        }
        if (better) {
            memcpy(text + at + 2, better, 4);
            mended++;
        }
        at += 6;
    }
    return mended;
}

static size_t number_length(const char *text, size_t length)
{
    size_t size = 0;
    while (size < length && (is_digit(text[size]) || (text[size] && strchr("+-.eE", text[size]))))
        size++;
    return size;
}

void tdg_json_quote_numbers(struct tdg_buffer *buffer, const char *text, size_t length)
{
    struct tdg_json_scan scan = {0};
    for (size_t at = 0; at < length;) {
        size_t size = 1;
        if (text[at] == '"') {
            scan.string = true;
            size = scan_string(&scan, text, at + 1, length) - at;
        } else if (is_digit(text[at]) || text[at] == '-')
            size = number_length(text + at, length - at);
        bool quote = text[at] != '"' && size > DIGITS_OF_DOUBLE;
        if (quote)
            tdg_buffer_char(buffer, '"');
        tdg_buffer_add(buffer, text + at, size);
        if (quote)
            tdg_buffer_char(buffer, '"');
        at += size;
    }
}
