// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output. */
#ifndef TDG_OUTPUT_HTML_EVENTS_H
#define TDG_OUTPUT_HTML_EVENTS_H

#include "output/html/html.h"

/** The events of the latest period, with the stories in them; nothing where there are none. */
void tdg_html_events(const struct tdg_html *html);

#endif
