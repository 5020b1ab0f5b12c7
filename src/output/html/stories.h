// SPDX-License-Identifier: GPL-3.0-or-later
/** The section about stories. */
#ifndef TDG_OUTPUT_HTML_STORIES_H
#define TDG_OUTPUT_HTML_STORIES_H

#include "output/html/html.h"

void tdg_html_stories(const struct tdg_html *html);

#endif
