// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output. */
#ifndef TDG_OUTPUT_MARKDOWN_NAMES_H
#define TDG_OUTPUT_MARKDOWN_NAMES_H

#include <stdio.h>

#include "view/digest.h"

/** Who is in the news, in report.md. */
void tdg_write_markdown_names(FILE *stream, const struct tdg_digest *digest);

#endif
