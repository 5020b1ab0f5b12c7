// SPDX-License-Identifier: GPL-3.0-or-later
/** Numbers as text, with a point for a decimal point whatever the locale of the process is. */
#ifndef TDG_PHRASING_NUMBER_H
#define TDG_PHRASING_NUMBER_H

/* TDG_NUMBER_TEXT, and counts: tdg_count_text, tdg_write_count. */
#include <tidings/plain.h>

/** Six significant digits, which every processor agrees on; "" for what is not a finite number.
 * What is written is a number of JSON. Returns `text`. */
const char *tdg_number_text(double value, char text[TDG_NUMBER_TEXT]);

/** 0 ≤ decimals ≤ 9; never "-0.00". Values of 10^15 and more are written as by tdg_number_text. */
const char *tdg_fixed_text(double value, int decimals, char text[TDG_NUMBER_TEXT]);

/** The same for a share, as "12.3 %". */
const char *tdg_percent_text(double share, char text[TDG_NUMBER_TEXT]);

/** A difference of two shares in percentage points: "+1.5", "-0.3", "0.0". */
const char *tdg_points_text(double difference, char text[TDG_NUMBER_TEXT]);

#endif
