// SPDX-License-Identifier: GPL-3.0-or-later
/** The section about the shares of the themes over time. */
#ifndef TDG_OUTPUT_HTML_SHARES_H
#define TDG_OUTPUT_HTML_SHARES_H

#include "output/html/html.h"

void tdg_html_shares(const struct tdg_html *html);

#endif
