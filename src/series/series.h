// SPDX-License-Identifier: GPL-3.0-or-later
/** Filling in tdg_trends, whose arrays have their size and are zeroed, one thought after the other.
 */
#ifndef TDG_SERIES_SERIES_H
#define TDG_SERIES_SERIES_H

#include <stdint.h>

#include "calendar/period.h"
#include "detect/detector.h"
#include "series/trends.h"

/** Articles and originals of periods and points. */
void tdg_series_count(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input);

/** Shares and their intervals, from the counts. */
void tdg_series_share(struct tdg_trends *trends, uint32_t groups);

/** Intervals as wide as the shares of the first `groups` series of a detector scatter; may be NULL.
 */
void tdg_series_widen(struct tdg_trends *trends, uint32_t groups,
                      const struct tdg_detector *detector);

/** Which period is the last whole one. */
void tdg_series_last(struct tdg_trends *trends);

/** The last whole period against those before it. */
void tdg_series_change(struct tdg_trends *trends, uint32_t groups);

#endif
