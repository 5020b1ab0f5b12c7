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
#include "detect/detect.h"
#include "detect/detections.h"
#include "detect/detector.h"
#include "detect/false_alarms.h"
#include "detect/family.h"
#include "detect/interval.h"
#include "detect/latest.h"
#include "detect/statistics.h"
#include "series/findings.h"
#include "series/latest_terms.h"
#include "series/panel.h"
#include "series/series.h"

/* That are reported. */
enum { MAX_TERMS = 1000 };

static int try_chance(struct tdg_trends *trends, struct tdg_detector *detector, size_t runs)
{
    struct tdg_false_alarms null = {0};
    int status = tdg_false_alarms_count(&null, detector, runs);
    if (!status) {
        struct tdg_interval interval = tdg_share_interval(null.runs_with, null.runs);
        trends->null = (struct tdg_null_view){null.runs,  null.runs_with, null.findings,
                                              null.block, interval.low,   interval.high};
    }
    return status;
}

/* A finding in the latest period is reported with the articles of the periods that were compared:
 * from family to family only the periods differ. */
static void shift(struct tdg_detection_list *list, size_t periods, size_t recent)
{
    for (size_t i = 0; i < list->count; i++) {
        list->items[i].begin -= periods - recent;
        list->items[i].end -= periods - recent;
    }
}

static int note_periods(struct tdg_trends *trends, const struct tdg_panel *recent)
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

static int tell_latest_themes(const struct tdg_family_work *work, struct tdg_detection_list *latest,
                              size_t periods)
{
    struct tdg_panel recent = {0};
    struct tdg_trends *trends = work->trends;
    int status = tdg_panel_themes(&recent, trends, work->timeline, work->input, TDG_BASELINE + 1);
    if (!status) {
        shift(latest, periods, recent.family.periods);
        status = note_periods(trends, &recent);
    }
    if (!status)
        status = tdg_family_tell(&trends->latest, work, &recent, latest, 0);
    tdg_panel_done(&recent);
    return status;
}

static int find_course(struct tdg_family_work *work, const struct tdg_detector *detector)
{
    struct tdg_latest series = tdg_detector_latest(detector);
    return tdg_latest_common_factor(&work->common_factor, &series, series.periods - 1);
}

/* Of themes, as far as their change is about the period that was tested. */
static int find_least(struct tdg_trends *trends, const struct tdg_detector *detector,
                      const struct tdg_family *family)
{
    size_t *least = tdg_alloc(family->series, sizeof *least);
    int status = least ? tdg_latest_least(least, detector) : TDG_ENOMEM;
    for (size_t g = 0; !status && g < family->typical; g++)
        if (trends->changes[g].period == trends->latest_period && !tdg_family_is_quiet(family, g))
            trends->changes[g].least = least[g];
    free(least);
    return status;
}

static int find_themes(struct tdg_family_work *work)
{
    struct tdg_panel panel = {0};
    struct tdg_finding_options how = {work->options->level, work->options->seed};
    struct tdg_detection_list list = {0}, latest = {0};
    struct tdg_detector *detector = NULL;
    struct tdg_trends *trends = work->trends;
    int status = tdg_panel_themes(&panel, trends, work->timeline, work->input, SIZE_MAX);
    if (!status)
        status = tdg_detector_new(&detector, &panel.family, &how);
    if (!status)
        tdg_series_widen(trends, (uint32_t)panel.family.typical, detector);
    if (!status && detector)
        status = find_course(work, detector);
    if (!status)
        status = tdg_detect(&list, &latest, detector);
    if (!status)
        status = tdg_family_tell(&trends->findings, work, &panel, &list, 0);
    if (!status && detector)
        status = tell_latest_themes(work, &latest, panel.family.periods);
    if (!status && detector)
        status = find_least(trends, detector, &panel.family);
    if (!status && detector && work->options->null_runs)
        status = try_chance(trends, detector, work->options->null_runs);
    tdg_detector_free(detector);
    tdg_detection_list_done(&list);
    tdg_detection_list_done(&latest);
    tdg_panel_done(&panel);
    return status;
}

static int find_terms(const struct tdg_family_work *work)
{
    struct tdg_panel panel = {0};
    struct tdg_finding_options how = {work->options->level, work->options->seed};
    struct tdg_detection_list list = {0};
    struct tdg_detector *detector = NULL;
    int status = tdg_panel_terms(&panel, work->trends, work->timeline, work->input,
                                 work->options->max_terms);
    if (!status)
        status = tdg_detector_new(&detector, &panel.family, &how);
    if (!status)
        status = tdg_detect(&list, NULL, detector);
    if (!status)
        status = tdg_family_tell(&work->trends->findings, work, &panel, &list, MAX_TERMS);
    if (!status && detector)
        status = tdg_latest_terms_find(work, &panel, detector);
    tdg_detector_free(detector);
    tdg_detection_list_done(&list);
    tdg_panel_done(&panel);
    return status;
}

int tdg_trends_find(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                    const struct tdg_trend_input *input, const struct tdg_trend_options *options)
{
    struct tdg_family_work work = {trends, timeline, input, options, 1};
    trends->latest_period = TDG_NONE;
    int status = find_themes(&work);
    return status || !input->counts ? status : find_terms(&work);
}
