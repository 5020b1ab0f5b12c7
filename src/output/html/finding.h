// SPDX-License-Identifier: GPL-3.0-or-later
/** A finding of the page. */
#ifndef TDG_OUTPUT_HTML_FINDING_H
#define TDG_OUTPUT_HTML_FINDING_H

#include <tidings/analysis.h>

#include "output/html/html.h"

/** A finding about a theme or a parent as an item of a list; `id`, "F1" or "L1", is that of the
 * item and of its articles. */
void tdg_html_finding(const struct tdg_html *html, const struct tdg_finding_view *finding,
                      const char *id);

#endif
