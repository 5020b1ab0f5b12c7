// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/series.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "detect/interval.h"
#include "detect/latest.h"
#include "detect/statistics.h"
#include "series/mix.h"

void tdg_series_count(struct tdg_trends *trends, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input)
{
    for (size_t i = 0; i < input->articles; i++) {
        uint32_t p = timeline->period[i];
        if (p == TDG_NONE)
            continue;
        bool original = !input->copy_of || input->copy_of[i] == TDG_NONE;
        trends->periods[p].articles++;
        trends->periods[p].originals += original;
        if (input->group[i] == TDG_NONE)
            continue;
        struct tdg_point_view *point = &trends->points[input->group[i] * trends->period_count + p];
        point->articles++;
        point->originals += original;
    }
}

void tdg_series_share(struct tdg_trends *trends, uint32_t groups)
{
    /* Most points of a fine period are 0 of few: one interval is used again while it is the same.
     */
    size_t part = 0, whole = 0;
    struct tdg_interval interval = tdg_share_interval(part, whole);
    for (size_t p = 0; p < trends->period_count; p++)
        for (uint32_t g = 0; g < groups; g++) {
            struct tdg_point_view *point = &trends->points[g * trends->period_count + p];
            if (point->originals != part || trends->periods[p].originals != whole) {
                part = point->originals;
                whole = trends->periods[p].originals;
                interval = tdg_share_interval(part, whole);
            }
            point->share = whole ? (double)part / (double)whole : 0;
            point->low = interval.low;
            point->high = interval.high;
        }
}

/* News comes in bunches: n articles tell as much as n / scatter independent ones (quasi-binomial:
 * McCullagh and Nelder 1989, section 4.5). */
void tdg_series_widen(struct tdg_trends *trends, uint32_t groups,
                      const struct tdg_detector *detector)
{
    for (uint32_t g = 0; detector && g < groups; g++)
        for (size_t p = 0; p < trends->period_count; p++) {
            struct tdg_point_view *point = &trends->points[g * trends->period_count + p];
            double part = (double)point->originals, whole = (double)trends->periods[p].originals;
            double scatter = tdg_detector_scatter(detector, g, whole);
            struct tdg_interval interval = tdg_share_interval_of(part / scatter, whole / scatter);
            point->low = interval.low;
            point->high = interval.high;
        }
}

void tdg_series_last(struct tdg_trends *trends)
{
    trends->last_whole = TDG_NONE;
    for (size_t p = 0; p < trends->period_count; p++)
        if (tdg_period_counts(&trends->periods[p]))
            trends->last_whole = (uint32_t)p;
}

void tdg_series_change(struct tdg_trends *trends, uint32_t groups)
{
    uint32_t last = trends->last_whole;
    size_t used = 0, before[TDG_BASELINE];
    for (size_t p = last == TDG_NONE ? 0 : last; p-- > 0 && used < TDG_BASELINE;)
        if (tdg_period_counts(&trends->periods[p]))
            before[used++] = p;
    for (uint32_t g = 0; g < groups; g++) {
        const struct tdg_point_view *points = trends->points + g * trends->period_count;
        struct tdg_change_view *change = &trends->changes[g];
        change->period = TDG_NONE;
        if (used == 0)
            continue;
        change->period = last;
        change->share = points[last].share;
        double mix = 0;
        for (size_t i = 0; i < used; i++) {
            change->baseline += points[before[i]].share / (double)used;
            mix += tdg_mix_of_theme(trends->mix, g, before[i]) / (double)used;
        }
        if (trends->mix)
            change->baseline =
                fmin(1, change->baseline * tdg_mix_of_theme(trends->mix, g, last) / mix);
    }
}
