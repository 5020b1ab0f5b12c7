// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/report.h>

static const char *const levels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/* Mean share of the periods that column `index` of `columns` stands for. */
static double column_mean(const struct tdg_point_view *series, size_t periods, size_t index,
                          size_t columns)
{
    size_t begin = index * periods / columns;
    size_t end = (index + 1) * periods / columns;
    double sum = 0;
    for (size_t i = begin; i < end; i++)
        sum += series[i].share;
    return sum / (double)(end - begin);
}

void tdg_report_sparkline(FILE *stream, const struct tdg_point_view *series, size_t periods,
                          size_t columns)
{
    double highest = 0;
    if (columns > periods)
        columns = periods;
    for (size_t i = 0; i < columns; i++) {
        double mean = column_mean(series, periods, i, columns);
        highest = mean > highest ? mean : highest;
    }
    for (size_t i = 0; i < columns; i++) {
        double mean = column_mean(series, periods, i, columns);
        size_t level = highest > 0 && mean > 0 ? (size_t)(7 * mean / highest + 0.5) : 0;
        fputs(levels[level], stream);
    }
}
