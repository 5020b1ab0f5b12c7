// SPDX-License-Identifier: GPL-3.0-or-later
/** The columns of a drawing over time: a period each, or several where there are very many. */
#ifndef TDG_VIEW_COLUMNS_H
#define TDG_VIEW_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/analysis.h>

enum tdg_column_kind {
    TDG_COLUMN_WHOLE,
    TDG_COLUMN_PARTIAL, /* the collection began or ended in it: drawn with dashes */
    TDG_COLUMN_EMPTY,   /* nothing or hardly anything was collected: not drawn */
};

struct tdg_column {
    size_t begin; /* periods [begin, end) */
    size_t end;
    enum tdg_column_kind kind;
};

struct tdg_columns {
    struct tdg_column *items;
    size_t count;
};

/** How a period of its own is drawn. */
enum tdg_column_kind tdg_period_kind(const struct tdg_period_view *period);

/** Columns for all periods. TDG_OK or TDG_ENOMEM. */
int tdg_columns_new(struct tdg_columns *columns, const struct tdg_analysis *analysis);
void tdg_columns_done(struct tdg_columns *columns);

/** Mean share, low and high of the periods of a column. */
struct tdg_point_view tdg_column_point(const struct tdg_column *column,
                                       const struct tdg_point_view *series);

/** The column of a period. */
size_t tdg_column_of(const struct tdg_columns *columns, size_t period);

/** Where the axis of a series ends: its highest share, and that of its interval in whole periods
 * where `high`. The wide intervals of periods that are not whole would press the others flat. */
double tdg_series_top(const struct tdg_columns *columns, const struct tdg_point_view *series,
                      bool high);

#endif
