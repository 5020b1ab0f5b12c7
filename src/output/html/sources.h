// SPDX-License-Identifier: GPL-3.0-or-later
/** Who writes about a theme. */
#ifndef TDG_OUTPUT_HTML_SOURCES_H
#define TDG_OUTPUT_HTML_SOURCES_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>

#include "base/intern.h"

enum { TDG_HTML_SOURCES = 5 };

/** The sources with most articles of a theme, most first, then in the order of the corpus. */
struct tdg_theme_sources {
    uint32_t source[TDG_HTML_SOURCES]; /* index into the corpus's list */
    size_t articles[TDG_HTML_SOURCES];
    size_t count;
};

struct tdg_html_sources {
    struct tdg_intern names;          /* numbered as in the corpus's list */
    struct tdg_theme_sources *themes; /* one a theme */
};

/** TDG_OK or TDG_ENOMEM. */
int tdg_html_sources_new(struct tdg_html_sources *sources, const struct tdg_analysis *analysis);
void tdg_html_sources_done(struct tdg_html_sources *sources);

/** The number of a source in the corpus's list; TDG_NONE where it is not known. */
uint32_t tdg_html_source(const struct tdg_html_sources *sources, const char *name);

#endif
