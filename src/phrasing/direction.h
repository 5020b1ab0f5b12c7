// SPDX-License-Identifier: GPL-3.0-or-later
/** Where a theme goes, as all tables say it. */
#ifndef TDG_PHRASING_DIRECTION_H
#define TDG_PHRASING_DIRECTION_H

#include <stdbool.h>

#include <tidings/analysis.h>

enum { TDG_DIRECTION_TEXT = 64 };

/** "steady", "rising since 2019-W10"; returns `text`. */
const char *tdg_direction_text(const struct tdg_analysis *analysis,
                               const struct tdg_trend_view *trend, char text[TDG_DIRECTION_TEXT]);

/** Whether there is no direction, so that no q stands beside it. */
bool tdg_is_steady(const struct tdg_trend_view *trend);

#endif
