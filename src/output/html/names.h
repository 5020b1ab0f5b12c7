// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output. */
#ifndef TDG_OUTPUT_HTML_NAMES_H
#define TDG_OUTPUT_HTML_NAMES_H

#include "output/html/html.h"

/** Who is in the news of the latest period; nothing where nobody is. */
void tdg_html_names(const struct tdg_html *html);

#endif
