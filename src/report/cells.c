// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/cells.h"

#include <string.h>

static void write_quoted(FILE *stream, const char *prefix, const char *text)
{
    fprintf(stream, "\"%s", prefix);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', stream);
        fputc(*text, stream);
    }
    fputc('"', stream);
}

void tdg_write_cell(FILE *stream, const char *text)
{
    if (text[strcspn(text, ",\"\r\n")])
        write_quoted(stream, "", text);
    else
        fputs(text, stream);
}

void tdg_write_prose(FILE *stream, const char *text)
{
    if (*text && strchr("=+-@\t\r", *text))
        write_quoted(stream, "'", text);
    else
        tdg_write_cell(stream, text);
}
