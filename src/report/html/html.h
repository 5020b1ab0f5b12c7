// SPDX-License-Identifier: GPL-3.0-or-later
/** report.html: the parts of the page, in the order in which they stand on it.
 *
 * Everything is in the HTML itself and can be read with JavaScript off. The program of the page
 * (report/page) then makes it alive: it reads the two blocks of data at the end.
 */
#ifndef TDG_REPORT_HTML_H
#define TDG_REPORT_HTML_H

#include <stdbool.h>
#include <stdio.h>

#include <tidings/report.h>

#include "report/html/columns.h"
#include "report/html/kept.h"
#include "report/html/sources.h"
#include "report/report.h"

/** Lists end here; what they leave out is told, and is in analysis.json. */
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

void tdg_html_head(const struct tdg_html *html);
void tdg_html_findings(const struct tdg_html *html);
/** The latest period, as a part of what moved. */
void tdg_html_latest(const struct tdg_html *html);
void tdg_html_shares(const struct tdg_html *html);
void tdg_html_themes(const struct tdg_html *html);
void tdg_html_stories(const struct tdg_html *html);
void tdg_html_terms(const struct tdg_html *html);
void tdg_html_map(const struct tdg_html *html);
void tdg_html_made(const struct tdg_html *html);
/** The two blocks of data. */
void tdg_html_data(const struct tdg_html *html);

/** A finding about a theme or a parent as an item of a list; `id`, "F1" or "L1", is that of the
 * item and of its articles. */
void tdg_html_finding(const struct tdg_html *html, const struct tdg_finding_view *finding,
                      const char *id);
/** A finding about a term as a row of a table; `id` as above. */
void tdg_html_term(const struct tdg_html *html, const struct tdg_finding_view *finding,
                   const char *id);
/** The head of that table: `id` names it, `what` tells what it is. */
void tdg_html_terms_open(const struct tdg_html *html, const char *id, const char *what);
void tdg_html_terms_close(const struct tdg_html *html);
/** The id, the name and the label of a theme; with a link to its place on the page where `linked`.
 */
void tdg_html_title(const struct tdg_html *html, const struct tdg_theme_view *theme, bool linked);
/** The name and the label of a parent. */
void tdg_html_parent_title(FILE *stream, const struct tdg_parent_view *parent);
/** A list of articles with date, source and a link; nothing for none. */
void tdg_html_articles(const struct tdg_html *html, const uint32_t *articles, size_t count);
/** The class of the colour of a theme: "c0" to "c7", "c8" for all that have none of their own. */
size_t tdg_html_colour(const struct tdg_html *html, const struct tdg_theme_view *theme);
/** A number in the order of the themes from 0; TDG_NONE where there is none with this id. */
uint32_t tdg_html_theme_index(const struct tdg_html *html, const struct tdg_theme_view *theme);

#endif
