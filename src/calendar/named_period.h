// SPDX-License-Identifier: GPL-3.0-or-later
/** A period by its name. */
#ifndef TDG_CALENDAR_NAMED_PERIOD_H
#define TDG_CALENDAR_NAMED_PERIOD_H

#include <stdint.h>

#include <tidings/error.h>

#include "calendar/period.h"

/** A period by its id ("2019-W10"), among those from the one of the first time to the one of the
 * last; id NULL: the newest one that `last` has reached the end of, or the only one. TDG_EINVAL if
 * there is none of this id, TDG_ELIMIT for too many periods. */
int tdg_period_named(struct tdg_named_period *period, const char *id, int64_t first, int64_t last,
                     const struct tdg_period_options *options, struct tdg_error *error);

/** TDG_ELIMIT if there are more than options->max_periods between two times. */
int tdg_period_count_check(int64_t first, int64_t last, const struct tdg_period_options *options,
                           struct tdg_error *error);

/** The period that a time is in. TDG_EINVAL for an unknown kind of period. */
int tdg_period_at(struct tdg_named_period *period, int64_t time,
                  const struct tdg_period_options *options, struct tdg_error *error);

#endif
