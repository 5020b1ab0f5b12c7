// SPDX-License-Identifier: GPL-3.0-or-later
/** From the articles to periods, series and findings. */
#ifndef TDG_SERIES_BUILD_H
#define TDG_SERIES_BUILD_H

#include <tidings/error.h>

#include "series/trends.h"

int tdg_trends_build(struct tdg_trends *trends, const struct tdg_trend_input *input,
                     const struct tdg_trend_options *options, struct tdg_error *error);

#endif
