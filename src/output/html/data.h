// SPDX-License-Identifier: GPL-3.0-or-later
/** What the program of the page reads. */
#ifndef TDG_OUTPUT_HTML_DATA_H
#define TDG_OUTPUT_HTML_DATA_H

#include "output/html/html.h"

/** The blocks of data. */
void tdg_html_data(const struct tdg_html *html);

#endif
