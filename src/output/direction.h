// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_DIRECTION_H
#define TDG_OUTPUT_DIRECTION_H

#include <stdbool.h>

#include <tidings/analysis.h>

#include "output/output.h"

const char *tdg_direction_text(const struct tdg_analysis *analysis,
                               const struct tdg_trend_view *trend, char text[TDG_DIRECTION_TEXT]);

/** Whether it is one that a q stands beside. */
bool tdg_is_steady(const struct tdg_trend_view *trend);

#endif
