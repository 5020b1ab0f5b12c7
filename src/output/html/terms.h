// SPDX-License-Identifier: GPL-3.0-or-later
/** Terms that moved, in tables. */
#ifndef TDG_OUTPUT_HTML_TERMS_H
#define TDG_OUTPUT_HTML_TERMS_H

#include "output/html/html.h"

/** The section about all terms, the latest first. */
void tdg_html_all_terms(const struct tdg_html *html);

/** Findings about terms as a table: `id` names it, `what` tells what it is; `letter` begins the ids
 * of its rows, "F1" or "L1". */
void tdg_html_terms(const struct tdg_html *html, const struct tdg_selection *list, char letter,
                    const char *id, const char *what);

#endif
