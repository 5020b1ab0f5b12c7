// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/plain/line.h"

#include <stdio.h>
#include <string.h>

#include <tidings/analysis.h>

#include "output/address.h"

struct tdg_plain_line tdg_line_begin(const struct tdg_plain *plain, const char *mark)
{
    size_t width = tdg_text_width(mark);
    fputs(mark, plain->stream);
    return (struct tdg_plain_line){plain, width, width};
}

void tdg_line_put(struct tdg_plain_line *line, const char *text)
{
    line->column =
        tdg_put_wrapped(line->plain->stream, text, line->column, line->indent, line->plain->width);
}

void tdg_line_put_day(struct tdg_plain_line *line, int64_t time)
{
    char text[TDG_TIME_SIZE];
    tdg_time_text(time, text);
    text[strcspn(text, "T")] = '\0';
    tdg_line_put(line, *text ? text : "undated");
}

void tdg_line_end(struct tdg_plain_line *line)
{
    fputc('\n', line->plain->stream);
}

void tdg_line_whole(const struct tdg_plain *plain, const char *mark, const char *text)
{
    struct tdg_plain_line line = tdg_line_begin(plain, mark);
    tdg_line_put(&line, text);
    tdg_line_end(&line);
}

void tdg_line_heading(const struct tdg_plain *plain, const char *text)
{
    fprintf(plain->stream, "\n%s\n", text);
    for (size_t i = 0; i < tdg_text_width(text); i++)
        fputc('-', plain->stream);
    fputc('\n', plain->stream);
}

void tdg_line_address(const struct tdg_plain *plain, const char *indent, const char *url)
{
    if (!tdg_is_web_address(url))
        return;
    fputs(indent, plain->stream);
    tdg_write_address(plain->stream, url, "&");
    fputc('\n', plain->stream);
}
