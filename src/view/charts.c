// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/charts.h"

#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"

size_t tdg_theme_colour(size_t theme)
{
    return theme < TDG_OWN_COLOURS ? theme : TDG_GREY;
}

size_t tdg_layers(struct tdg_layer layers[TDG_OWN_COLOURS + 1], const struct tdg_analysis *analysis)
{
    size_t themes = tdg_analysis_theme_count(analysis), count = 0;
    for (; count < themes && count < TDG_OWN_COLOURS; count++)
        layers[count] = (struct tdg_layer){count, count + 1, count};
    if (count < themes)
        layers[count++] = (struct tdg_layer){TDG_OWN_COLOURS, themes, TDG_GREY};
    return count;
}

double tdg_layer_share(const struct tdg_analysis *analysis, const struct tdg_layer *layer,
                       const struct tdg_column *column)
{
    double sum = 0;
    for (size_t i = layer->begin; i < layer->end; i++)
        sum += tdg_column_point(column, tdg_analysis_theme(analysis, i)->series).share;
    return sum;
}

static void add_series(struct tdg_point_view *sum, const struct tdg_point_view *series,
                       size_t periods)
{
    for (size_t i = 0; i < periods; i++) {
        sum[i].articles += series[i].articles;
        sum[i].originals += series[i].originals;
        sum[i].share += series[i].share;
    }
}

int tdg_parent_series(struct tdg_point_view **series, const struct tdg_analysis *analysis)
{
    size_t parents = tdg_analysis_parent_count(analysis);
    size_t periods = tdg_analysis_period_count(analysis);
    *series = tdg_alloc(parents * periods, sizeof **series);
    if (!*series)
        return TDG_ENOMEM;
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        for (size_t j = 0; j < parents; j++)
            if (strcmp(theme->parent, tdg_analysis_parent(analysis, j)->id) == 0)
                add_series(*series + j * periods, theme->series, periods);
    }
    return TDG_OK;
}
