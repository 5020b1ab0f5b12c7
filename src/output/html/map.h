// SPDX-License-Identifier: GPL-3.0-or-later
/** The section about how the themes lie to each other. */
#ifndef TDG_OUTPUT_HTML_MAP_H
#define TDG_OUTPUT_HTML_MAP_H

#include "output/html/html.h"

void tdg_html_map(const struct tdg_html *html);

#endif
