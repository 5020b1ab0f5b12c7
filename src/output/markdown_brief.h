// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: the report of one period in report.md. */
#ifndef TDG_OUTPUT_MARKDOWN_BRIEF_H
#define TDG_OUTPUT_MARKDOWN_BRIEF_H

#include <stdio.h>

#include "view/digest.h"

void tdg_write_markdown_brief_head(FILE *stream, const struct tdg_digest *digest);

/** Other events, themes, what went quiet, what is back. */
void tdg_write_markdown_brief(FILE *stream, const struct tdg_digest *digest);

/** Sources, and what the tests say. */
void tdg_write_markdown_figures(FILE *stream, const struct tdg_digest *digest);

#endif
