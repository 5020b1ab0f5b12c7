// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/build.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "calendar/edges.h"
#include "calendar/gaps.h"
#include "calendar/period.h"
#include "calendar/timeline.h"
#include "series/direction.h"
#include "series/families.h"
#include "series/mix.h"
#include "series/series.h"
#include "series/status.h"

static bool fill_period(struct tdg_period_view *period, const struct tdg_calendar *calendar,
                        const int64_t *start, struct tdg_arena *arena)
{
    char text[TDG_PERIOD_TEXT];
    calendar->id(start[0], text);
    period->id = tdg_arena_string(arena, text);
    tdg_day_text(start[0], text);
    period->start = tdg_arena_string(arena, text);
    tdg_day_text(start[1] - 1, text);
    period->end = tdg_arena_string(arena, text);
    return period->id && period->start && period->end;
}

static int fill_periods(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                        size_t articles, const struct tdg_trend_options *options)
{
    const struct tdg_calendar *calendar =
        tdg_calendar_find(options->periods.period, options->periods.week_start);
    struct tdg_edges edges;
    int status = tdg_edges_find(&edges, timeline, articles);
    edges.last_partial = edges.last_partial && !options->ended;
    for (size_t p = 0; !status && p < trends->period_count; p++) {
        struct tdg_period_view *period = &trends->periods[p];
        if (!fill_period(period, calendar, timeline->start + p, &trends->arena))
            status = TDG_ENOMEM;
        period->partial = (p == 0 && edges.first_partial) ||
                          (p + 1 == trends->period_count && edges.last_partial);
    }
    return status;
}

static bool make_room(struct tdg_trends *trends, size_t periods, uint32_t groups)
{
    trends->period_count = periods;
    trends->periods = tdg_alloc(periods, sizeof *trends->periods);
    trends->points = tdg_alloc(groups * periods, sizeof *trends->points);
    trends->trends = tdg_alloc(groups, sizeof *trends->trends);
    trends->changes = tdg_alloc(groups, sizeof *trends->changes);
    trends->statuses = tdg_alloc(groups, sizeof *trends->statuses);
    return trends->periods && trends->points && trends->trends && trends->changes &&
           trends->statuses;
}

int tdg_trends_build(struct tdg_trends *trends, const struct tdg_trend_input *input,
                     const struct tdg_trend_options *options, struct tdg_error *error)
{
    struct tdg_timeline timeline = {0};
    struct tdg_trends built = {0};
    struct tdg_mix mix = {0};
    int status =
        tdg_timeline_build(&timeline, input->published, input->articles, &options->periods, error);
    if (status)
        return status;
    if (!make_room(&built, timeline.periods, input->groups)) {
        status = tdg_fail_memory(error);
        goto out;
    }
    status = fill_periods(&built, &timeline, input->articles, options);
    if (!status) {
        tdg_series_count(&built, &timeline, input);
        tdg_gaps_find(built.periods, built.period_count,
                      built.period_count && timeline.start[1] == timeline.start[0] + 1);
        tdg_series_last(&built);
        status = tdg_mix_find(&mix, &built, &timeline, input);
    }
    if (!status) {
        built.mix = mix.strata ? &mix : NULL;
        tdg_series_share(&built, input->groups);
        tdg_series_change(&built, input->groups);
        tdg_series_status(&built, input->groups);
        status = tdg_series_trend(&built, input->groups);
    }
    if (!status)
        status = tdg_trends_find(&built, &timeline, input, options);
    if (!status)
        tdg_series_settle(&built, input->groups);
    if (status) {
        status = tdg_fail_memory(error);
        goto out;
    }
    built.mix = NULL;
    built.period_of = timeline.period;
    timeline.period = NULL;
    *trends = built;
    built = (struct tdg_trends){0};
out:
    tdg_mix_done(&mix);
    tdg_timeline_done(&timeline);
    tdg_trends_done(&built);
    return status;
}
