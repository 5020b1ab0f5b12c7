// SPDX-License-Identifier: GPL-3.0-or-later
/** What is said of a period. */
#ifndef TDG_PHRASING_PERIOD_H
#define TDG_PHRASING_PERIOD_H

#include <stddef.h>

#include <tidings/types.h>

/** "January" of 1. */
const char *tdg_month_name(unsigned month);

enum { TDG_DAYS_TEXT = 80 };

/** "16–22 March 2020" of two ISO days, as short as it can be said; of a whole month "March 2020",
 * of one day "16 March 2020". What is no day stands as it is written. */
const char *tdg_days_text(char text[TDG_DAYS_TEXT], const char *first, const char *last);

/** "day", "week" or "month". */
const char *tdg_period_unit(const struct tdg_period_view *period);

/** What stands behind the days of a period in lists: " (gap)", " (not whole)" or nothing. */
const char *tdg_period_note(const struct tdg_period_view *period);

/** Why the period that a report was asked for is compared with nothing, as a sentence; NULL for one
 * behind all articles. */
void tdg_not_compared_text(char *sentence, size_t size, const char *asked,
                           const struct tdg_period_view *period);

#endif
