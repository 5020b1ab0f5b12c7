// SPDX-License-Identifier: GPL-3.0-or-later
/** The sources by their numbers in the corpus's list, by which the program of the page knows them.
 */
#ifndef TDG_OUTPUT_HTML_SOURCES_H
#define TDG_OUTPUT_HTML_SOURCES_H

#include <stdint.h>

#include <tidings/analysis.h>

#include "base/intern.h"

/** Fills in the names, which are empty. TDG_OK or TDG_ENOMEM. */
int tdg_html_sources_new(struct tdg_intern *names, const struct tdg_analysis *analysis);

/** The number of a source; TDG_NONE where it is not known. */
uint32_t tdg_html_source(const struct tdg_intern *names, const char *name);

#endif
