// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_HTML_TERMS_H
#define TDG_OUTPUT_HTML_TERMS_H

#include <tidings/analysis.h>

#include "output/html/html.h"

void tdg_html_terms(const struct tdg_html *html);

/** A finding about a term as a row of a table; `id` as above. */
void tdg_html_term(const struct tdg_html *html, const struct tdg_finding_view *finding,
                   const char *id);

/** The head of that table: `id` names it, `what` tells what it is. */
void tdg_html_terms_open(const struct tdg_html *html, const char *id, const char *what);
void tdg_html_terms_close(const struct tdg_html *html);

#endif
