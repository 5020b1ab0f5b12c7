// SPDX-License-Identifier: GPL-3.0-or-later
/* A collection that stood still for a week is no fall of anything. A period is a gap where it has
 * less than a fifth of the originals that are usual around it: the median over the eight whole
 * periods on either side; of days, those of the same day of the week. A day of the week that is
 * always empty is no gap. Holiday weeks, with a half or a third of the usual, are none either. */
#include "calendar/gaps.h"

#include <stdlib.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

enum { AROUND = 8, WEEK = 7 };

static const double least = 0.2; /* of the usual */

/* The median of the whole periods around one, every `stride`-th. */
static double usual(const struct tdg_period_view *periods, size_t count, size_t at, size_t stride)
{
    double near[2 * AROUND];
    size_t found = 0;
    for (size_t back = 1; back <= AROUND && back * stride <= at; back++)
        if (!periods[at - back * stride].partial)
            near[found++] = (double)periods[at - back * stride].originals;
    for (size_t ahead = 1; ahead <= AROUND && at + ahead * stride < count; ahead++)
        if (!periods[at + ahead * stride].partial)
            near[found++] = (double)periods[at + ahead * stride].originals;
    if (found == 0)
        return 0;
    gsl_sort(near, 1, found);
    return gsl_stats_median_from_sorted_data(near, 1, found);
}

void tdg_gaps_find(struct tdg_period_view *periods, size_t count, bool days)
{
    for (size_t p = 0; p < count; p++) {
        struct tdg_period_view *period = &periods[p];
        period->gap = !period->partial &&
                      (double)period->originals < least * usual(periods, count, p, days ? WEEK : 1);
        period->whole = !period->partial && !period->gap && period->originals > 0;
    }
}
