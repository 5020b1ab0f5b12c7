// SPDX-License-Identifier: GPL-3.0-or-later
/** Names of sources, as a list. */
#ifndef TDG_PHRASING_SOURCES_H
#define TDG_PHRASING_SOURCES_H

#include <stddef.h>

#include <tidings/analysis.h>

enum { TDG_SOURCES_TEXT = 400, TDG_MOST_SOURCES = 5 };

/** Sources of a state: "CNBC and Guardian"; of more than `most` (up to TDG_MOST_SOURCES) the first,
 * "and 3 more"; "" for none. Returns how many there are. */
size_t tdg_sources_text(char text[TDG_SOURCES_TEXT], const struct tdg_latest_view *latest,
                        enum tdg_source_state state, size_t most);

#endif
