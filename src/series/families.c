// SPDX-License-Identifier: GPL-3.0-or-later
/* Themes with parents, then terms: what moved in each family, over all periods and in the latest
 * one. */
#include "series/families.h"

#include <gsl/gsl_math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/period.h"
#include "detect/detection.h"
#include "detect/detector.h"
#include "detect/false_alarms.h"
#include "detect/family.h"
#include "detect/found.h"
#include "detect/interval.h"
#include "detect/latest.h"
#include "detect/statistics.h"
#include "series/findings.h"
#include "series/latest_terms.h"
#include "series/panel.h"
#include "series/series.h"
#include "series/trends.h"

/* That are told. */
enum { MOST_TERMS = 1000 };

static int try_chance(struct tdg_trends *trends, struct tdg_finder *finder, size_t runs)
{
    struct tdg_null null = {0};
    int status = tdg_findings_null(&null, finder, runs);
    if (!status) {
        struct tdg_interval interval = tdg_share_interval(null.runs_with, null.runs);
        trends->null = (struct tdg_null_view){null.runs,  null.runs_with, null.findings,
                                              null.block, interval.low,   interval.high};
    }
    return status;
}

/* A finding in the latest period is told with the articles of the periods that were compared: from
 * family to family only the periods differ. */
static void shift(struct tdg_found_list *list, size_t periods, size_t recent)
{
    for (size_t i = 0; i < list->count; i++) {
        list->items[i].begin -= periods - recent;
        list->items[i].end -= periods - recent;
    }
}

static int note_periods(struct tdg_trends *trends, const struct tdg_watch *recent)
{
    size_t compared = recent->family.periods - 1;
    uint32_t *periods = tdg_arena_alloc(&trends->arena, (compared + 1) * sizeof *periods);
    if (!periods)
        return TDG_ENOMEM;
    memcpy(periods, recent->period, (compared + 1) * sizeof *periods);
    trends->compared = periods;
    trends->compared_count = compared;
    trends->latest_period = periods[compared];
    return TDG_OK;
}

static int tell_latest_themes(const struct tdg_family_work *work, struct tdg_found_list *latest,
                              size_t periods)
{
    struct tdg_watch recent = {0};
    struct tdg_trends *trends = work->trends;
    int status = tdg_watch_themes(&recent, trends, work->timeline, work->input, TDG_BASELINE + 1);
    if (!status) {
        shift(latest, periods, recent.family.periods);
        status = note_periods(trends, &recent);
    }
    if (!status)
        status = tdg_family_tell(&trends->latest, work, &recent, latest, 0);
    tdg_watch_done(&recent);
    return status;
}

static int find_course(struct tdg_family_work *work, const struct tdg_finder *finder)
{
    struct tdg_latest series = tdg_finder_latest(finder);
    return tdg_latest_course(&work->course, &series, series.periods - 1);
}

static int find_themes(struct tdg_family_work *work)
{
    struct tdg_watch watch = {0};
    struct tdg_finding_options how = {work->options->level, work->options->seed};
    struct tdg_found_list list = {0}, latest = {0};
    struct tdg_finder *finder = NULL;
    struct tdg_trends *trends = work->trends;
    int status = tdg_watch_themes(&watch, trends, work->timeline, work->input, SIZE_MAX);
    if (!status)
        status = tdg_finder_new(&finder, &watch.family, &how);
    if (!status)
        tdg_series_widen(trends, (uint32_t)watch.family.typical, finder);
    if (!status && finder)
        status = find_course(work, finder);
    if (!status)
        status = tdg_findings_find(&list, &latest, finder);
    if (!status)
        status = tdg_family_tell(&trends->findings, work, &watch, &list, 0);
    if (!status && finder)
        status = tell_latest_themes(work, &latest, watch.family.periods);
    if (!status && finder && work->options->null_runs)
        status = try_chance(trends, finder, work->options->null_runs);
    tdg_finder_free(finder);
    tdg_found_list_done(&list);
    tdg_found_list_done(&latest);
    tdg_watch_done(&watch);
    return status;
}

static int find_terms(const struct tdg_family_work *work)
{
    struct tdg_watch watch = {0};
    struct tdg_finding_options how = {work->options->level, work->options->seed};
    struct tdg_found_list list = {0};
    struct tdg_finder *finder = NULL;
    int status = tdg_watch_terms(&watch, work->trends, work->timeline, work->input,
                                 work->options->most_terms);
    if (!status)
        status = tdg_finder_new(&finder, &watch.family, &how);
    if (!status)
        status = tdg_findings_find(&list, NULL, finder);
    if (!status)
        status = tdg_family_tell(&work->trends->findings, work, &watch, &list, MOST_TERMS);
    if (!status && finder)
        status = tdg_latest_terms_find(work, &watch, finder);
    tdg_finder_free(finder);
    tdg_found_list_done(&list);
    tdg_watch_done(&watch);
    return status;
}

int tdg_trends_watch(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                     const struct tdg_trend_input *input, const struct tdg_trend_options *options)
{
    struct tdg_family_work work = {trends, timeline, input, options, 1};
    trends->latest_period = TDG_NONE;
    int status = find_themes(&work);
    return status || !input->counts ? status : find_terms(&work);
}
