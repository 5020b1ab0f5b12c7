// SPDX-License-Identifier: GPL-3.0-or-later
/** The events of the last period, in report.md. */
#ifndef TDG_OUTPUT_MARKDOWN_EVENTS_H
#define TDG_OUTPUT_MARKDOWN_EVENTS_H

#include <stdio.h>

#include "view/digest.h"

/** The section; nothing where there are none. */
void tdg_write_markdown_events(FILE *stream, const struct tdg_digest *digest);

#endif
