// SPDX-License-Identifier: GPL-3.0-or-later
/** What is said of a period. */
#ifndef TDG_PHRASING_PERIOD_H
#define TDG_PHRASING_PERIOD_H

#include <stddef.h>

#include <tidings/types.h>

/** What stands behind the days of a period in lists: " (gap)", " (not whole)" or nothing. */
const char *tdg_period_note(const struct tdg_period_view *period);

/** Why the period that a report was asked for is compared with nothing, as a sentence; NULL for one
 * behind all articles. */
void tdg_not_compared_text(char *sentence, size_t size, const char *asked,
                           const struct tdg_period_view *period);

#endif
