// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/columns.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

enum { MOST = 400 }; /* more would not be seen in a drawing of a thousand pixels */

enum tdg_column_kind tdg_period_kind(const struct tdg_period_view *period)
{
    return period->gap || !period->originals ? TDG_COLUMN_EMPTY
           : period->partial                 ? TDG_COLUMN_PARTIAL
                                             : TDG_COLUMN_WHOLE;
}

/* Of several periods together: partial where any is, empty where all are. */
static enum tdg_column_kind kind_of(const struct tdg_analysis *analysis,
                                    const struct tdg_column *column)
{
    bool partial = false, filled = false;
    for (size_t i = column->begin; i < column->end; i++) {
        const struct tdg_period_view *period = tdg_analysis_period(analysis, i);
        filled |= tdg_period_kind(period) != TDG_COLUMN_EMPTY;
        partial |= period->partial;
    }
    return !filled ? TDG_COLUMN_EMPTY : partial ? TDG_COLUMN_PARTIAL : TDG_COLUMN_WHOLE;
}

int tdg_columns_new(struct tdg_columns *columns, const struct tdg_analysis *analysis)
{
    size_t periods = tdg_analysis_period_count(analysis);
    size_t each = (periods + MOST - 1) / MOST;
    columns->count = each ? (periods + each - 1) / each : 0;
    columns->items = tdg_alloc(columns->count, sizeof *columns->items);
    if (!columns->items)
        return TDG_ENOMEM;
    for (size_t i = 0; i < columns->count; i++) {
        struct tdg_column *column = &columns->items[i];
        column->begin = i * each;
        column->end = (i + 1) * each < periods ? (i + 1) * each : periods;
        column->kind = kind_of(analysis, column);
    }
    return TDG_OK;
}

void tdg_columns_done(struct tdg_columns *columns)
{
    free(columns->items);
    *columns = (struct tdg_columns){0};
}

struct tdg_point_view tdg_column_point(const struct tdg_column *column,
                                       const struct tdg_point_view *series)
{
    struct tdg_point_view mean = {0};
    double count = (double)(column->end - column->begin);
    for (size_t i = column->begin; i < column->end; i++) {
        mean.articles += series[i].articles;
        mean.originals += series[i].originals;
        mean.share += series[i].share / count;
        mean.low += series[i].low / count;
        mean.high += series[i].high / count;
    }
    return mean;
}

size_t tdg_column_of(const struct tdg_columns *columns, size_t period)
{
    size_t index = 0;
    while (index + 1 < columns->count && columns->items[index].end <= period)
        index++;
    return index;
}

static double most_of(const struct tdg_columns *columns, const struct tdg_point_view *series,
                      bool high, enum tdg_column_kind last)
{
    double most = 0;
    for (size_t i = 0; i < columns->count; i++) {
        struct tdg_point_view point = tdg_column_point(&columns->items[i], series);
        double value = high ? point.high : point.share;
        if (columns->items[i].kind <= last && value > most)
            most = value;
    }
    return most;
}

double tdg_series_top(const struct tdg_columns *columns, const struct tdg_point_view *series,
                      bool high)
{
    double whole = most_of(columns, series, high, TDG_COLUMN_WHOLE);
    double any = most_of(columns, series, false, TDG_COLUMN_PARTIAL);
    return whole > any ? whole : any;
}
