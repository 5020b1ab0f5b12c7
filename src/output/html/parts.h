// SPDX-License-Identifier: GPL-3.0-or-later
/** Pieces that several sections of the page are made of. */
#ifndef TDG_OUTPUT_HTML_PARTS_H
#define TDG_OUTPUT_HTML_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/analysis.h>

#include "output/html/html.h"

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
