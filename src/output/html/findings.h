// SPDX-License-Identifier: GPL-3.0-or-later
/** The section about what moved. */
#ifndef TDG_OUTPUT_HTML_FINDINGS_H
#define TDG_OUTPUT_HTML_FINDINGS_H

#include "output/html/html.h"

void tdg_html_findings(const struct tdg_html *html);

#endif
