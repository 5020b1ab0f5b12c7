// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/json_writer.h"

#include <tidings/analysis.h>
#include <tidings/plain.h>

#include "base/utf8.h"
#include "phrasing/number.h"

/* "</script" and "<!--" in a string would be read as HTML. */
static bool is_harmful(uint32_t code)
{
    return code == '<' || code == '>' || code == '&' || code == 0x2028 || code == 0x2029;
}

static void quote(const struct tdg_json *json, const char *text)
{
    FILE *stream = json->stream;
    fputc('"', stream);
    while (*text) {
        uint32_t code;
        size_t length = tdg_utf8_take(text, &code);
        if (!length) {
            fputs("\xEF\xBF\xBD", stream);
            length = 1;
        } else if (code == '"' || code == '\\') {
            fprintf(stream, "\\%c", (char)code);
        } else if (code == '\n') {
            fputs("\\n", stream);
        } else if (code < 0x20 || (code >= 0x7F && code < 0xA0) ||
                   (json->in_page && is_harmful(code))) {
            fprintf(stream, "\\u%04x", (unsigned)code);
        } else {
            fwrite(text, 1, length, stream);
        }
        text += length;
    }
    fputc('"', stream);
}

static void new_line(const struct tdg_json *json)
{
    if (json->in_page)
        return;
    fputc('\n', json->stream);
    for (unsigned i = 0; i < json->depth; i++)
        fputs("  ", json->stream);
}

/* The comma, the line and the key before a value. */
static void begin_value(struct tdg_json *json, const char *key)
{
    if (json->filled)
        fputc(',', json->stream);
    if (json->line) {
        if (json->filled && !json->in_page)
            fputc(' ', json->stream);
    } else if (json->depth) {
        new_line(json);
    }
    if (key) {
        quote(json, key);
        fputs(json->in_page ? ":" : ": ", json->stream);
    }
    json->filled = true;
}

void tdg_json_open(struct tdg_json *json, const char *key, char bracket)
{
    begin_value(json, key);
    fputc(bracket, json->stream);
    json->depth++;
    json->filled = false;
}

void tdg_json_open_line(struct tdg_json *json, const char *key, char bracket)
{
    tdg_json_open(json, key, bracket);
    if (!json->line)
        json->line = json->depth;
}

void tdg_json_close(struct tdg_json *json, char bracket)
{
    json->depth--;
    if (!json->line && json->filled)
        new_line(json);
    if (json->line > json->depth)
        json->line = 0;
    fputc(bracket, json->stream);
    json->filled = true;
    if (!json->depth)
        fputc('\n', json->stream);
}

void tdg_json_token(struct tdg_json *json, const char *key, const char *token)
{
    begin_value(json, key);
    fputs(token, json->stream);
}

void tdg_json_string(struct tdg_json *json, const char *key, const char *text)
{
    if (!text) {
        tdg_json_token(json, key, "null");
        return;
    }
    begin_value(json, key);
    quote(json, text);
}

void tdg_json_known(struct tdg_json *json, const char *key, const char *text)
{
    tdg_json_string(json, key, text && *text ? text : NULL);
}

void tdg_json_time(struct tdg_json *json, const char *key, int64_t time)
{
    char text[TDG_TIME_SIZE];
    tdg_json_known(json, key, tdg_time_text(time, text));
}

void tdg_json_count(struct tdg_json *json, const char *key, size_t count)
{
    begin_value(json, key);
    fprintf(json->stream, "%zu", count);
}

void tdg_json_number(struct tdg_json *json, const char *key, double value)
{
    char text[TDG_NUMBER_TEXT];
    tdg_number_text(value, text);
    tdg_json_token(json, key, *text ? text : "null");
}
