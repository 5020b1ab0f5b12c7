// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: a line of plain text that is filled piece by piece. */
#ifndef TDG_OUTPUT_PLAIN_LINE_H
#define TDG_OUTPUT_PLAIN_LINE_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/plain.h>

struct tdg_plain_line {
    const struct tdg_plain *plain;
    size_t column;
    size_t indent; /* of the lines that follow when this one is full */
};

/** Begins a line with a mark, below whose end its later lines begin. */
struct tdg_plain_line tdg_line_begin(const struct tdg_plain *plain, const char *mark);

/** Words with single blanks between them, and between pieces. */
void tdg_line_put(struct tdg_plain_line *line, const char *text);

/** The day of a time, or "undated". */
void tdg_line_put_day(struct tdg_plain_line *line, int64_t time);

void tdg_line_end(struct tdg_plain_line *line);

/** One text behind a mark, wrapped. */
void tdg_line_whole(const struct tdg_plain *plain, const char *mark, const char *text);

/** A heading behind an empty line, underlined. */
void tdg_line_heading(const struct tdg_plain *plain, const char *text);

/** An address of the web alone on its line, so that mail programs link it; nothing for another. */
void tdg_line_address(const struct tdg_plain *plain, const char *indent, const char *url);

#endif
