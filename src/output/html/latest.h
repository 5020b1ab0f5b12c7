// SPDX-License-Identifier: GPL-3.0-or-later
/** The latest period on the page. */
#ifndef TDG_OUTPUT_HTML_LATEST_H
#define TDG_OUTPUT_HTML_LATEST_H

#include "output/html/html.h"

/** The latest period, as a part of what moved. */
void tdg_html_latest(const struct tdg_html *html);

#endif
