// SPDX-License-Identifier: GPL-3.0-or-later
/* Cells of CSV, as RFC 4180 has them. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/report.h>

#include "base/utf8.h"
#include "output/shown.h"

/* With their full-width forms, which spreadsheets of East Asia take for the same. */
static const char *const formula_signs[] = {
    "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0",
};

/* "-5", "+3.25": harmless, and ids look like that. */
static bool is_number(const char *text)
{
    text += *text == '+' || *text == '-';
    size_t whole = strspn(text, "0123456789");
    text += whole;
    if (*text == '.')
        text += 1 + strspn(text + 1, "0123456789");
    return whole && !*text;
}

static bool is_formula(const char *text)
{
    uint32_t code;
    size_t length;
    while ((length = tdg_utf8_take(text, &code)) && *text &&
           (code == ' ' || tdg_utf8_is_unwanted(code)))
        text += length;
    for (size_t i = 0; i < sizeof formula_signs / sizeof *formula_signs; i++)
        if (strncmp(text, formula_signs[i], strlen(formula_signs[i])) == 0)
            return !is_number(text);
    return false;
}

static void write_characters(FILE *stream, const char *text)
{
    while (*text) {
        size_t length;
        const char *shown = tdg_next_shown(&text, &length);
        fwrite(shown, 1, length, stream);
        if (*shown == '"')
            fputc('"', stream);
    }
}

void tdg_csv_cell(FILE *stream, const char *text)
{
    bool formula = is_formula(text), quoted = formula || text[strcspn(text, ",\"\r\n")];
    if (quoted)
        fputs(formula ? "\"'" : "\"", stream);
    write_characters(stream, text);
    if (quoted)
        fputc('"', stream);
}
