// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "view/result.h"

/* Insertion into a short list: `limit` is a handful of themes. */
size_t tdg_report_movements(const struct tdg_analysis *analysis, struct tdg_movement *movements,
                            size_t limit)
{
    size_t count = 0;
    for (size_t i = 0; limit && i < tdg_analysis_theme_count(analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        double change = theme->change.share - theme->change.baseline;
        if (theme->mixed || theme->change.period == TDG_NONE || !(fabs(change) >= TDG_MIN_CHANGE))
            continue;
        if (count == limit && fabs(change) <= fabs(movements[count - 1].change))
            continue;
        size_t place = count < limit ? count++ : count - 1;
        for (; place && fabs(movements[place - 1].change) < fabs(change); place--)
            movements[place] = movements[place - 1];
        movements[place] = (struct tdg_movement){theme, change};
    }
    return count;
}
