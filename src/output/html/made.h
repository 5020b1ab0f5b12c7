// SPDX-License-Identifier: GPL-3.0-or-later
/** The section about how the analysis was made. */
#ifndef TDG_OUTPUT_HTML_MADE_H
#define TDG_OUTPUT_HTML_MADE_H

#include "output/html/html.h"

void tdg_html_made(const struct tdg_html *html);

#endif
