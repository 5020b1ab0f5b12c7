// SPDX-License-Identifier: GPL-3.0-or-later
/* Which way a theme goes: over the whole span by its slope, unless a finding knows better. */
#include "series/direction.h"

#include <stdlib.h>

#include <math.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/period.h"
#include "detect/discovery.h"
#include "detect/slope.h"
#include "detect/statistics.h"
#include "series/mix.h"

static const double max_q = 0.05;
static const double min_change = 1.25; /* of the modelled share over the span, up or down */

static enum tdg_direction direction_of(const struct tdg_slope *slope, double q)
{
    if (q <= max_q && slope->last >= min_change * slope->first)
        return TDG_DIRECTION_RISING;
    if (q <= max_q && slope->first >= min_change * slope->last)
        return TDG_DIRECTION_FALLING;
    return TDG_DIRECTION_STEADY;
}

/* Number of whole periods with originals, whose shares of the group are written to `shares`. */
static size_t collect(struct tdg_share *shares, const struct tdg_trends *trends, uint32_t group)
{
    const struct tdg_point_view *points = trends->points + group * trends->period_count;
    size_t count = 0;
    for (size_t p = 0; p < trends->period_count; p++)
        if (tdg_period_counts(&trends->periods[p]))
            shares[count++] = (struct tdg_share){(double)p, (double)points[p].originals,
                                                 (double)trends->periods[p].originals,
                                                 log(tdg_mix_of_theme(trends->mix, group, p))};
    return count;
}

static int fit_groups(struct tdg_trends *trends, struct tdg_slope *slopes, double *p,
                      struct tdg_share *shares, uint32_t groups)
{
    for (uint32_t g = 0; g < groups; g++) {
        size_t count = collect(shares, trends, g);
        int status = tdg_slope_fit(&slopes[g], shares, count);
        if (status)
            return status;
        p[g] = slopes[g].p;
        if (count > 1)
            trends->trends[g].per_period =
                (slopes[g].last - slopes[g].first) / (shares[count - 1].at - shares[0].at);
    }
    return TDG_OK;
}

int tdg_series_trend(struct tdg_trends *trends, uint32_t groups)
{
    int status = TDG_ENOMEM;
    struct tdg_slope *slopes = tdg_alloc(groups, sizeof *slopes);
    struct tdg_share *shares = tdg_alloc(trends->period_count, sizeof *shares);
    double *p = tdg_alloc(groups, sizeof *p);
    double *q = tdg_alloc(groups, sizeof *q);
    if (!slopes || !shares || !p || !q)
        goto out;
    status = fit_groups(trends, slopes, p, shares, groups);
    if (!status)
        status = tdg_discoveries(q, p, groups);
    for (uint32_t g = 0; !status && g < groups; g++) {
        struct tdg_trend_view *trend = &trends->trends[g];
        trend->p = p[g];
        trend->q = q[g];
        trend->direction = direction_of(&slopes[g], q[g]);
        trend->direction_q = q[g];
        trend->since = TDG_NONE;
    }
out:
    free(slopes);
    free(shares);
    free(p);
    free(q);
    return status;
}

/* The finding about a theme that still holds in the last whole period, of several the one that
 * began last; *over: the last period of those that do not. */
static const struct tdg_finding_view *holding(const struct tdg_trends *trends, uint32_t group,
                                              uint32_t *over)
{
    const struct tdg_finding_list *lists[] = {&trends->latest, &trends->findings};
    const struct tdg_finding_view *best = NULL;
    *over = TDG_NONE;
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->count; i++) {
            const struct tdg_finding_view *finding = &lists[l]->items[i];
            if (finding->theme != group)
                continue;
            if (finding->last >= trends->last_whole)
                best = !best || finding->first > best->first ? finding : best;
            else if (*over == TDG_NONE || finding->last > *over)
                *over = finding->last;
        }
    return best;
}

/* A burst that is over contradicts no slope; but without one the theme is steady only since then.
 */
void tdg_series_settle(struct tdg_trends *trends, uint32_t groups)
{
    for (uint32_t g = 0; g < groups; g++) {
        uint32_t over;
        struct tdg_trend_view *trend = &trends->trends[g];
        const struct tdg_finding_view *finding = holding(trends, g, &over);
        if (finding) {
            trend->direction = finding->factor > 1 ? TDG_DIRECTION_RISING : TDG_DIRECTION_FALLING;
            trend->direction_q = finding->q;
            trend->since = finding->first;
        } else if (over != TDG_NONE && trend->direction == TDG_DIRECTION_STEADY) {
            trend->since = over + 1;
        }
    }
}
