// SPDX-License-Identifier: GPL-3.0-or-later
/** Words, numbers and days inside HTML. Everything that a stranger wrote goes through here.
 *
 * Numbers and days are written as they are elsewhere (12.3 %, 2024-03-04) together with what a
 * program needs to show them as the reader is used to: <data value="0.123">, <time datetime="…">.
 */
#ifndef TDG_OUTPUT_HTML_TEXT_H
#define TDG_OUTPUT_HTML_TEXT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/** Writes `text` so that it is shown as it is, in an element or in an attribute in double quotes:
 * no element, entity or script comes of it. Bytes that are no UTF-8 become U+FFFD, control
 * characters and those that turn the direction of text a blank. */
void tdg_html_text(FILE *stream, const char *text);

/** The same, and lines stay lines. */
void tdg_html_text_lines(FILE *stream, const char *text);

/** The same for a sentence with numbers: no line ends before "%". */
void tdg_html_sentence(FILE *stream, const char *text);

/** Text that leads to an address; only the text where that is none of the web. */
void tdg_html_link(FILE *stream, const char *text, const char *url);

void tdg_html_count(FILE *stream, size_t count);

/** With its noun, "1 article" or "2 articles". */
void tdg_html_counted(FILE *stream, size_t count, const char *one, const char *many);

/** A count that leads to its articles. `anchor` is the element of the page that tells of them, and
 * `list` how the program finds all of them; both are made of ids that tidings gave. */
void tdg_html_count_of(FILE *stream, size_t count, const char *anchor, const char *list);

/** The same for those of a list that are from one source: its index in the list of the corpus. */
void tdg_html_count_from(FILE *stream, size_t count, const char *list, size_t source);
void tdg_html_share(FILE *stream, double share);

/** A difference of two shares in percentage points, "+1.5". */
void tdg_html_points(FILE *stream, double difference);

/** "q < 0.001" or "q = 0.012". */
void tdg_html_q(FILE *stream, double q);

/** `day` is ISO 8601. */
void tdg_html_day(FILE *stream, const char *day);

/** The days from `first` to `last`, or the one day. */
void tdg_html_days(FILE *stream, const char *first, const char *last);

/** The day of a time, "undated" for none. */
void tdg_html_time(FILE *stream, int64_t time);

#endif
