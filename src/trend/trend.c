// SPDX-License-Identifier: GPL-3.0-or-later
#include "trend/trend.h"

#include <stdlib.h>

#include "base/error.h"
#include "trend/period.h"
#include "trend/series.h"
#include "trend/statistics.h"
#include "trend/watch.h"

struct tdg_trend_options tdg_trend_defaults(void)
{
    return (struct tdg_trend_options){
        .period = "week",
        .week_start = "monday",
        .most_periods = 20000,
        .level = 0.05,
        .most_terms = 2000,
        .seed = 1,
    };
}

void tdg_trends_done(struct tdg_trends *trends)
{
    free(trends->periods);
    free(trends->points);
    free(trends->trends);
    free(trends->changes);
    free(trends->statuses);
    free(trends->findings);
    tdg_arena_done(&trends->arena);
    *trends = (struct tdg_trends){0};
}

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
                        const struct tdg_trend_input *input,
                        const struct tdg_trend_options *options)
{
    const struct tdg_calendar *calendar = tdg_calendar_find(options->period, options->week_start);
    struct tdg_edges edges;
    int status = tdg_edges_find(&edges, timeline, input);
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

/* One family: what is found in it and, where `runs` is not 0, what chance would find. */
static int find_in(struct tdg_trends *trends, struct tdg_watch *watch, size_t runs,
                   const struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                   const struct tdg_trend_options *options)
{
    struct tdg_finding_options how = {options->level, options->seed};
    struct tdg_found_list list = {0};
    struct tdg_finder *finder = NULL;
    struct tdg_null null = {0};
    int status = tdg_finder_new(&finder, &watch->family, &how);
    if (!status)
        tdg_series_widen(trends, (uint32_t)watch->family.typical, finder);
    if (!status)
        status = tdg_findings_find(&list, finder);
    if (!status && list.count && input->counts)
        status = tdg_watch_members(watch, timeline, input);
    if (!status)
        status = tdg_findings_view(trends, &list, watch, timeline, input, options);
    if (!status && runs)
        status = tdg_findings_null(&null, finder, runs);
    if (!status && runs) {
        struct tdg_interval interval = tdg_share_interval(null.runs_with, null.runs);
        trends->null = (struct tdg_null_view){null.runs,  null.runs_with, null.findings,
                                              null.block, interval.low,   interval.high};
    }
    tdg_finder_free(finder);
    tdg_found_list_done(&list);
    return status;
}

static int find_all(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                    const struct tdg_trend_input *input, const struct tdg_trend_options *options)
{
    struct tdg_watch themes = {0}, terms = {0};
    int status = tdg_watch_themes(&themes, trends, timeline, input);
    if (!status)
        status = find_in(trends, &themes, options->null_runs, timeline, input, options);
    if (!status && input->counts)
        status = tdg_watch_terms(&terms, trends, timeline, input, options->most_terms);
    if (!status && input->counts)
        status = find_in(trends, &terms, 0, timeline, input, options);
    tdg_watch_done(&themes);
    tdg_watch_done(&terms);
    return status;
}

int tdg_trends_build(struct tdg_trends *trends, const struct tdg_trend_input *input,
                     const struct tdg_trend_options *options, struct tdg_error *error)
{
    struct tdg_timeline timeline = {0};
    struct tdg_trends built = {0};
    int status = tdg_timeline_build(&timeline, input, options, error);
    if (status)
        return status;
    if (!make_room(&built, timeline.periods, input->groups)) {
        status = tdg_fail_memory(error);
        goto out;
    }
    status = fill_periods(&built, &timeline, input, options);
    if (!status) {
        tdg_series_count(&built, &timeline, input);
        tdg_gaps_find(&built, &timeline);
        tdg_series_share(&built, input->groups);
        tdg_series_change(&built, input->groups);
        tdg_series_status(&built, input->groups);
        status = tdg_series_trend(&built, input->groups);
    }
    if (!status)
        status = find_all(&built, &timeline, input, options);
    if (status) {
        status = tdg_fail_memory(error);
        goto out;
    }
    *trends = built;
    built = (struct tdg_trends){0};
out:
    tdg_timeline_done(&timeline);
    tdg_trends_done(&built);
    return status;
}
