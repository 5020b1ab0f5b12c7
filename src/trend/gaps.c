// SPDX-License-Identifier: GPL-3.0-or-later
/* A collection that stood still for a week is no fall of anything. A period is a gap where it has
 * less than a fifth of the originals that are usual around it: the median over the eight whole
 * periods on either side; of days, those of the same day of the week. A day of the week that is
 * always empty is no gap. Holiday weeks, with a half or a third of the usual, are none either. */
#include <stdlib.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include "base/memory.h"
#include "trend/watch.h"

enum { AROUND = 8, WEEK = 7 };

static const double least = 0.2; /* of the usual */

static double usual(const struct tdg_trends *trends, size_t at, size_t stride)
{
    double near[2 * AROUND];
    size_t count = 0;
    for (size_t back = 1; back <= AROUND && back * stride <= at; back++)
        if (!trends->periods[at - back * stride].partial)
            near[count++] = (double)trends->periods[at - back * stride].originals;
    for (size_t ahead = 1; ahead <= AROUND && at + ahead * stride < trends->period_count; ahead++)
        if (!trends->periods[at + ahead * stride].partial)
            near[count++] = (double)trends->periods[at + ahead * stride].originals;
    if (count == 0)
        return 0;
    gsl_sort(near, 1, count);
    return gsl_stats_median_from_sorted_data(near, 1, count);
}

void tdg_gaps_find(struct tdg_trends *trends, const struct tdg_timeline *timeline)
{
    bool days = trends->period_count && timeline->start[1] == timeline->start[0] + 1;
    for (size_t p = 0; p < trends->period_count; p++) {
        struct tdg_period_view *period = &trends->periods[p];
        period->gap = !period->partial &&
                      (double)period->originals < least * usual(trends, p, days ? WEEK : 1);
        period->whole = !period->partial && !period->gap && period->originals > 0;
    }
}
