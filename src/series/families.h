// SPDX-License-Identifier: GPL-3.0-or-later
/** What moved in the families of series, from counts to sentences. */
#ifndef TDG_SERIES_FAMILIES_H
#define TDG_SERIES_FAMILIES_H

#include <stddef.h>

#include "calendar/period.h"
#include "series/trends.h"

/** What moved, into the findings and the latest ones. TDG_ENOMEM. */
int tdg_trends_find(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                    const struct tdg_trend_input *input, const struct tdg_trend_options *options);

#endif
