// SPDX-License-Identifier: GPL-3.0-or-later
/** Some of the articles of streams. */
#ifndef TDG_TEXT_SELECT_H
#define TDG_TEXT_SELECT_H

#include <stdbool.h>

#include "text/text.h"

/** Leaves the articles with keep[article] alone, in their order. Terms, their numbers and how they
 * are written stay as they are. */
void tdg_streams_select(struct tdg_streams *streams, const bool *keep);

#endif
