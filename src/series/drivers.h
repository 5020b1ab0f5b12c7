// SPDX-License-Identifier: GPL-3.0-or-later
/** The terms that set the articles of a finding apart. */
#ifndef TDG_SERIES_DRIVERS_H
#define TDG_SERIES_DRIVERS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/analysis.h>

#include "base/memory.h"
#include "calendar/period.h"
#include "series/panel.h"
#include "series/trends.h"

/** Drivers and evidence of a finding about a series. Arrays go into the arena. TDG_ENOMEM. */
int tdg_drivers_find(struct tdg_finding_view *view, size_t series,
                     const struct tdg_timeline *timeline, const struct tdg_panel *panel,
                     const struct tdg_trend_input *input, struct tdg_arena *arena);

/** Whether enough of the articles on the louder side of a finding are not muted. */
bool tdg_finding_stands(const struct tdg_finding_view *view, size_t series,
                        const struct tdg_timeline *timeline, const struct tdg_panel *panel,
                        const struct tdg_trend_input *input);

#endif
