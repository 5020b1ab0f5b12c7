// SPDX-License-Identifier: GPL-3.0-or-later
/** The news, at the top of report.md. */
#ifndef TDG_OUTPUT_MARKDOWN_LEAD_H
#define TDG_OUTPUT_MARKDOWN_LEAD_H

#include <stdio.h>

#include "view/digest.h"

/** A card an item: its headline, a sentence, and what to read of it. */
void tdg_write_markdown_lead(FILE *stream, const struct tdg_digest *digest);

#endif
