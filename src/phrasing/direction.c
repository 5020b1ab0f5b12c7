// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/direction.h"

#include <stdio.h>

#include <tidings/types.h>

bool tdg_is_steady(const struct tdg_trend_view *trend)
{
    return trend->direction == TDG_DIRECTION_STEADY;
}

const char *tdg_direction_text(const struct tdg_analysis *analysis,
                               const struct tdg_trend_view *trend, char text[TDG_DIRECTION_TEXT])
{
    const struct tdg_period_view *since = tdg_analysis_period(analysis, trend->since);
    snprintf(text, TDG_DIRECTION_TEXT, "%s%s%s", tdg_direction_name(trend->direction),
             since ? " since " : "", since ? since->id : "");
    return text;
}
