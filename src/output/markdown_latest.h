// SPDX-License-Identifier: GPL-3.0-or-later
/** The latest period in report.md. */
#ifndef TDG_OUTPUT_MARKDOWN_LATEST_H
#define TDG_OUTPUT_MARKDOWN_LATEST_H

#include <stdio.h>

#include "view/digest.h"

/** The section; nothing where there is nothing to say. */
void tdg_write_markdown_latest(FILE *stream, const struct tdg_digest *digest);

#endif
