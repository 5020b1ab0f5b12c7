// SPDX-License-Identifier: GPL-3.0-or-later
/** Words of strangers inside Markdown (CommonMark and GitHub's). */
#ifndef TDG_OUTPUT_MARKDOWN_TEXT_H
#define TDG_OUTPUT_MARKDOWN_TEXT_H

#include <stdio.h>

/** Writes `text` so that it is shown as it is: no HTML, links, mentions, tables or emphasis come of
 * it, and it stays on its line. Not for the beginning of a line, where blocks begin. */
void tdg_write_escaped(FILE *stream, const char *text);

/** "[text](url)", or the text alone where the address is none of the web. */
void tdg_write_link(FILE *stream, const char *text, const char *url);

#endif
