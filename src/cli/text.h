// SPDX-License-Identifier: GPL-3.0-or-later
/** Text on a terminal: its width in columns, and nothing in it that a terminal would obey. */
#ifndef TDG_CLI_TEXT_H
#define TDG_CLI_TEXT_H

#include <stddef.h>
#include <stdio.h>

/** Makes the functions below understand UTF-8. Once, at the start of the program. */
void tdg_text_begin(void);

/** Columns that `text` takes when it is put. */
size_t tdg_text_width(const char *text);

/** Writes `text`; what is no printable character becomes a question mark. */
void tdg_put_text(FILE *stream, const char *text);

/** The same in exactly `width` columns: filled up with blanks, or cut with an ellipsis. */
void tdg_put_padded(FILE *stream, const char *text, size_t width);

/** Writes words from `column` on; those that would end beyond `width` begin a new line at column
 * `indent`. A blank stands before the first word where column > indent. Returns the column. */
size_t tdg_put_wrapped(FILE *stream, const char *text, size_t column, size_t indent, size_t width);

enum { TDG_DIGITS = 32 };
/** "1,234,567". Returns `text`. */
const char *tdg_digits(size_t count, char text[TDG_DIGITS]);

/** Prints "before", the count and the noun that goes with it. */
void tdg_put_count(const char *before, size_t count, const char *one, const char *many);

#endif
