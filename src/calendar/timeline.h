// SPDX-License-Identifier: GPL-3.0-or-later
/** The periods of a corpus and the articles in them. */
#ifndef TDG_CALENDAR_TIMELINE_H
#define TDG_CALENDAR_TIMELINE_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "calendar/period.h"

/** published: [articles]. TDG_ELIMIT if there are more than options->max_periods, TDG_EINVAL for an
 * unknown period. */
int tdg_timeline_build(struct tdg_timeline *timeline, const int64_t *published, size_t articles,
                       const struct tdg_period_options *options, struct tdg_error *error);

/** The error of too many periods between two days: TDG_ELIMIT. */
int tdg_too_many_periods(int64_t first_day, int64_t last_day,
                         const struct tdg_period_options *options, struct tdg_error *error);
void tdg_timeline_done(struct tdg_timeline *timeline);

#endif
