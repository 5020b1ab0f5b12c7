// SPDX-License-Identifier: GPL-3.0-or-later
/** Which sources write about a theme. */
#ifndef TDG_VIEW_THEME_SOURCES_H
#define TDG_VIEW_THEME_SOURCES_H

#include <tidings/analysis.h>

/** Fills in the sources of the themes; articles and themes are there. TDG_ENOMEM. */
int tdg_view_theme_sources(struct tdg_analysis *analysis);

#endif
