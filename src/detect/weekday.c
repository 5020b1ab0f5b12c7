// SPDX-License-Identifier: GPL-3.0-or-later
/* Sport has its Saturdays. Where a period is a day, what is expected of a series on a day of the
 * week is its usual share there: articles on that day over what its share of all days would give,
 * drawn to 1 by ten articles' worth of doubt (a gamma prior), no day counted with more than three
 * times its due, so that one great Tuesday does not make Tuesdays. */
#include "detect/weekday.h"

#include <math.h>

enum { WEEK = 7, MIN_WEEKS = 4 };

static const double doubt = 10, most = 3;

void tdg_weekdays_expect(double *offset, const double *count, const struct tdg_family *family)
{
    double seen[WEEK], due[WEEK], all = 0, exposed = 0;
    if (!family->weekday || family->periods < (size_t)WEEK * MIN_WEEKS)
        return;
    for (unsigned d = 0; d < WEEK; d++)
        seen[d] = due[d] = doubt;
    for (size_t t = 0; t < family->periods; t++) {
        all += count[t];
        exposed += offset[t];
    }
    for (size_t t = 0; t < family->periods; t++) {
        double expected = all / exposed * offset[t];
        seen[family->weekday[t]] += fmin(count[t], most * (1 + expected));
        due[family->weekday[t]] += expected;
    }
    for (size_t t = 0; t < family->periods; t++)
        offset[t] *= seen[family->weekday[t]] / due[family->weekday[t]];
}
