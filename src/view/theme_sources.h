// SPDX-License-Identifier: GPL-3.0-or-later
/** Sources, and which of them write about a theme. */
#ifndef TDG_VIEW_THEME_SOURCES_H
#define TDG_VIEW_THEME_SOURCES_H

#include <stdint.h>

#include <tidings/analysis.h>

/** Fills in the sources of the themes; articles and themes are there. TDG_ENOMEM. */
int tdg_view_theme_sources(struct tdg_analysis *analysis);

/** Numbers the sources in the order of their first articles. source: [articles] the number of that
 * of each, TDG_NONE where it has none. TDG_ENOMEM. */
int tdg_number_sources(uint32_t *source, const struct tdg_analysis *analysis);

#endif
