// SPDX-License-Identifier: GPL-3.0-or-later
/** The section about all themes. */
#ifndef TDG_OUTPUT_HTML_THEMES_H
#define TDG_OUTPUT_HTML_THEMES_H

#include "output/html/html.h"

void tdg_html_themes(const struct tdg_html *html);

#endif
