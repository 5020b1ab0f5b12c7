// SPDX-License-Identifier: GPL-3.0-or-later
/** Filling in tdg_trends, whose arrays have their size and are zeroed, one thought after the other.
 */
#ifndef TDG_TREND_SERIES_H
#define TDG_TREND_SERIES_H

#include "trend/findings.h"
#include "trend/period.h"

/** Articles and originals of periods and points. */
void tdg_series_count(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input);
/** Shares and their intervals, from the counts. */
void tdg_series_share(struct tdg_trends *trends, uint32_t groups);
/** Intervals as wide as the shares of the first `groups` series of a finder scatter; may be NULL.
 */
void tdg_series_widen(struct tdg_trends *trends, uint32_t groups, const struct tdg_finder *finder);
/** Which period is the last whole one. */
void tdg_series_last(struct tdg_trends *trends);
/** The last whole period against those before it. */
void tdg_series_change(struct tdg_trends *trends, uint32_t groups);
/** "new", "gone", "returning" or "continuing". */
void tdg_series_status(struct tdg_trends *trends, uint32_t groups);
/** families.c: what moved, into the findings and the latest ones. TDG_ENOMEM. */
int tdg_trends_watch(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                     const struct tdg_trend_input *input, const struct tdg_trend_options *options);
/** Slopes over whole periods, their p and q, and the direction. TDG_ENOMEM. */
int tdg_series_trend(struct tdg_trends *trends, uint32_t groups);
/** The directions once more, so that none contradicts a finding about its theme. */
void tdg_series_settle(struct tdg_trends *trends, uint32_t groups);

#endif
