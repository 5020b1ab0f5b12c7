// SPDX-License-Identifier: GPL-3.0-or-later
/** The top of the page. */
#ifndef TDG_OUTPUT_HTML_HEAD_H
#define TDG_OUTPUT_HTML_HEAD_H

#include "output/html/html.h"

void tdg_html_head(const struct tdg_html *html);

#endif
