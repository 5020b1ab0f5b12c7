// SPDX-License-Identifier: GPL-3.0-or-later
/** report.html: the parts of the page, in the order in which they stand on it.
 *
 * Everything is in the HTML itself and can be read with JavaScript off. The program of the page
 * (report/page) then makes it alive: it reads the two blocks of data at the end.
 */
#ifndef TDG_OUTPUT_HTML_HTML_H
#define TDG_OUTPUT_HTML_HTML_H

#include <stdbool.h>
#include <stdio.h>

#include <tidings/analysis.h>

#include "output/html/columns.h"
#include "output/html/kept.h"
#include "output/html/sources.h"
#include "view/table_rows.h"

/** Lists end here; what they leave out is reported, and is in analysis.json. */
enum {
    TDG_HTML_FINDINGS = 150,  /* about themes and parents */
    TDG_HTML_TERMS = 300,     /* findings about terms */
    TDG_HTML_STORIES = 25,    /* of the last period */
    TDG_HTML_ROWS = 530,      /* periods in the table behind the chart: ten years of weeks */
    TDG_HTML_LAYERS = 8,      /* themes with a colour of their own; the others are grey */
    TDG_HTML_NEIGHBOURS = 40, /* pairs of themes in the table behind the map */
};

/** What the parts of the page have in common. */
struct tdg_html {
    FILE *stream;
    const struct tdg_analysis *analysis;
    struct tdg_columns columns;
    struct tdg_point_view *parent_series; /* [parents × periods]; articles, originals and share */
    struct tdg_table_row *rows;           /* [row_count] of the tables of themes */
    size_t row_count;
    struct tdg_html_sources sources;
    struct tdg_kept kept;
};

#endif
