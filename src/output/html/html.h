// SPDX-License-Identifier: GPL-3.0-or-later
/** report.html: the parts of the page, in the order in which they stand on it.
 *
 * Everything is in the HTML itself and can be read with JavaScript off. The program of the page
 * (output/page) then makes it alive: it reads the blocks of data at the end.
 */
#ifndef TDG_OUTPUT_HTML_HTML_H
#define TDG_OUTPUT_HTML_HTML_H

#include <stdio.h>

#include <tidings/analysis.h>

#include "base/intern.h"
#include "view/columns.h"
#include "view/digest.h"
#include "view/page_articles.h"

/** What the parts of the page have in common. */
struct tdg_html {
    FILE *stream;
    const struct tdg_analysis *analysis;
    struct tdg_digest digest;
    struct tdg_columns columns;
    struct tdg_point_view *parent_series; /* [parents × periods] */
    struct tdg_intern sources;
    struct tdg_kept kept;
};

#endif
