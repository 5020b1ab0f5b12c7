// SPDX-License-Identifier: GPL-3.0-or-later
/** Which articles every series of a family counts. */
#ifndef TDG_SERIES_MEMBERS_H
#define TDG_SERIES_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar/period.h"
#include "series/panel.h"
#include "series/trends.h"

/** Fills in the members, once the subjects are known. */
int tdg_panel_members(struct tdg_panel *panel, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input);

#endif
