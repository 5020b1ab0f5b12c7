// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/trends.h"

#include <stdlib.h>

#include "base/defaults.h"

struct tdg_trend_options tdg_trend_defaults(void)
{
    return (struct tdg_trend_options){
        .periods = tdg_period_defaults(),
        .level = TDG_DEFAULT_LEVEL,
        .max_terms = 2000,
        .seed = TDG_DEFAULT_SEED,
    };
}

void tdg_trends_done(struct tdg_trends *trends)
{
    free(trends->periods);
    free(trends->points);
    free(trends->trends);
    free(trends->changes);
    free(trends->statuses);
    free(trends->findings.items);
    free(trends->latest.items);
    free(trends->period_of);
    tdg_arena_done(&trends->arena);
    *trends = (struct tdg_trends){0};
}
