// SPDX-License-Identifier: GPL-3.0-or-later
/** Numbers as text, with a point for a decimal point whatever the locale of the process is. */
#ifndef TDG_PHRASING_NUMBER_H
#define TDG_PHRASING_NUMBER_H

#include <stddef.h>
#include <stdio.h>

enum { TDG_NUMBER_TEXT = 48 };

/** Six significant digits, which every processor agrees on; "" for what is not a finite number.
 * What is written is a number of JSON. Returns `text`. */
const char *tdg_number_text(double value, char text[TDG_NUMBER_TEXT]);

/** 0 ≤ decimals ≤ 9; never "-0.00". Values of 10^15 and more are written as by tdg_number_text. */
const char *tdg_fixed_text(double value, int decimals, char text[TDG_NUMBER_TEXT]);

/** The same for a share, as "12.3 %". */
const char *tdg_percent_text(double share, char text[TDG_NUMBER_TEXT]);

/** Writes "before", the count as "1,234,567" and the noun that goes with it. */
void tdg_write_count(FILE *stream, const char *before, size_t count, const char *one,
                     const char *many);

/** "1,234,567". */
const char *tdg_count_text(size_t count, char text[TDG_NUMBER_TEXT]);

#endif
