// SPDX-License-Identifier: GPL-3.0-or-later
/** Pieces of a text where they stand, and the lines of a file that a person has written. */
#ifndef TDG_BASE_SPAN_H
#define TDG_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>

/** Bytes of a text, not NUL-terminated. Borrowed. */
struct tdg_span {
    const char *text;
    size_t length;
};

/** Without the blanks, tabs and carriage returns at both ends. */
struct tdg_span tdg_span_trim(struct tdg_span span);
bool tdg_span_is(struct tdg_span span, const char *text);

/** How far a text is read, which ends with a NUL.
 *
 *     struct tdg_lines lines = {.rest = text};
 *     for (struct tdg_span line; tdg_lines_next(&lines, &line);)
 *         printf("%zu: %.*s\n", lines.number, (int)line.length, line.text);
 */
struct tdg_lines {
    const char *rest;
    size_t number;           /* of the line that was given last, from 1 */
    const char *file;        /* what tdg_lines_fail needs */
    struct tdg_error *error; /* may be NULL */
};

/** The next line that says something, trimmed. Empty lines, comments (lines that begin with #) and
 * a byte order mark are skipped. False at the end. */
bool tdg_lines_next(struct tdg_lines *lines, struct tdg_span *line);

/** TDG_EFORMAT with the file, the number of the line and the reason. */
int tdg_lines_fail(const struct tdg_lines *lines, const char *reason);

#endif
