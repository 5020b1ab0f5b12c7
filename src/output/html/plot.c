// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/plot.h"

#include <stdbool.h>

#include <tidings/plain.h>

#include "output/html/text.h"
#include "phrasing/number.h"

static void put(const struct tdg_plot *plot, const char *before, double x, double y)
{
    char one[TDG_NUMBER_TEXT], two[TDG_NUMBER_TEXT];
    fprintf(plot->stream, "%s%s %s", before, tdg_fixed_text(x, 1, one), tdg_fixed_text(y, 1, two));
}

static void put_number(const struct tdg_plot *plot, const char *name, double value)
{
    char text[TDG_NUMBER_TEXT];
    fprintf(plot->stream, " %s=\"%s\"", name, tdg_fixed_text(value, 1, text));
}

double tdg_plot_x(const struct tdg_plot *plot, size_t column)
{
    double room = plot->width - plot->left - plot->right;
    size_t count = plot->columns->count;
    return plot->left + (count > 1 ? room * (double)column / (double)(count - 1) : room / 2);
}

double tdg_plot_y(const struct tdg_plot *plot, double share)
{
    double room = plot->height - plot->top - plot->bottom;
    double part = plot->most > 0 ? share / plot->most : 0;
    return plot->top + room * (1 - (part < 1 ? part : 1));
}

void tdg_plot_open(const struct tdg_plot *plot, const char *class, const char *label)
{
    fprintf(plot->stream, "<svg class=\"%s\" role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"",
            class, (int)plot->width, (int)plot->height);
    tdg_html_text(plot->stream, label);
    fputs("\">", plot->stream);
}

void tdg_plot_close(const struct tdg_plot *plot)
{
    fputs("</svg>\n", plot->stream);
}

static bool is_drawn(const struct tdg_plot *plot, size_t column)
{
    return plot->columns->items[column].kind != TDG_COLUMN_EMPTY;
}

/* Where the columns from `begin` on that are drawn end. */
static size_t end_of_run(const struct tdg_plot *plot, size_t begin)
{
    while (begin < plot->columns->count && is_drawn(plot, begin))
        begin++;
    return begin;
}

static void put_run(const struct tdg_plot *plot, const struct tdg_point_view *series, size_t begin,
                    size_t end)
{
    for (size_t i = begin; i < end; i++)
        put(plot, i == begin ? "M" : "L", tdg_plot_x(plot, i),
            tdg_plot_y(plot, tdg_column_point(&plot->columns->items[i], series).high));
    for (size_t i = end; i-- > begin;)
        put(plot, "L", tdg_plot_x(plot, i),
            tdg_plot_y(plot, tdg_column_point(&plot->columns->items[i], series).low));
    fputc('Z', plot->stream);
}

void tdg_plot_band(const struct tdg_plot *plot, const struct tdg_point_view *series)
{
    fputs("<path class=\"band\" d=\"", plot->stream);
    for (size_t begin = 0; begin < plot->columns->count;) {
        size_t end = end_of_run(plot, begin);
        if (end > begin)
            put_run(plot, series, begin, end);
        begin = end > begin ? end : begin + 1;
    }
    fputs("\"/>", plot->stream);
}

/* Whether the step to column `to` is to be drawn with dashes. */
static bool is_dashed(const struct tdg_plot *plot, size_t to)
{
    return plot->columns->items[to].kind == TDG_COLUMN_PARTIAL ||
           plot->columns->items[to - 1].kind == TDG_COLUMN_PARTIAL;
}

/* Steps of one kind between neighbours; a column without neighbours is a dot, of length 0. */
static void put_steps(const struct tdg_plot *plot, const struct tdg_point_view *series, bool dashed)
{
    bool pen = false;
    for (size_t i = 0; i < plot->columns->count; i++) {
        double x = tdg_plot_x(plot, i);
        double y = tdg_plot_y(plot, tdg_column_point(&plot->columns->items[i], series).share);
        bool before = i > 0 && is_drawn(plot, i) && is_drawn(plot, i - 1);
        bool after = i + 1 < plot->columns->count && is_drawn(plot, i + 1);
        bool alone = is_drawn(plot, i) && !before && !after;
        if (before && is_dashed(plot, i) == dashed) {
            if (!pen)
                put(plot, "M", tdg_plot_x(plot, i - 1),
                    tdg_plot_y(plot, tdg_column_point(&plot->columns->items[i - 1], series).share));
            put(plot, "L", x, y);
            pen = true;
        } else {
            pen = false;
        }
        if (alone && dashed == (plot->columns->items[i].kind == TDG_COLUMN_PARTIAL)) {
            put(plot, "M", x, y);
            fputs("h0", plot->stream);
        }
    }
}

void tdg_plot_line(const struct tdg_plot *plot, const struct tdg_point_view *series)
{
    fputs("<path class=\"line\" d=\"", plot->stream);
    put_steps(plot, series, false);
    fputs("\"/><path class=\"line running\" d=\"", plot->stream);
    put_steps(plot, series, true);
    fputs("\"/>", plot->stream);
}

void tdg_plot_layer(const struct tdg_plot *plot, const double *lower, const double *upper,
                    const char *class)
{
    fprintf(plot->stream, "<path class=\"layer %s\" d=\"", class);
    for (size_t begin = 0; begin < plot->columns->count;) {
        size_t end = end_of_run(plot, begin);
        for (size_t i = begin; i < end; i++)
            put(plot, i == begin ? "M" : "L", tdg_plot_x(plot, i), tdg_plot_y(plot, upper[i]));
        for (size_t i = end; i-- > begin;)
            put(plot, "L", tdg_plot_x(plot, i), tdg_plot_y(plot, lower[i]));
        if (end > begin)
            fputc('Z', plot->stream);
        begin = end > begin ? end : begin + 1;
    }
    fputs("\"/>", plot->stream);
}

void tdg_plot_span(const struct tdg_plot *plot, size_t first, size_t last)
{
    double from = tdg_plot_x(plot, tdg_column_of(plot->columns, first));
    double to = tdg_plot_x(plot, tdg_column_of(plot->columns, last));
    const double least = 3; /* pixels */
    fputs("<rect class=\"span\"", plot->stream);
    put_number(plot, "x", to - from < least ? (from + to - least) / 2 : from);
    put_number(plot, "y", plot->top);
    put_number(plot, "width", to - from < least ? least : to - from);
    put_number(plot, "height", plot->height - plot->top - plot->bottom);
    fputs("/>", plot->stream);
}

void tdg_plot_level(const struct tdg_plot *plot, double share)
{
    char text[TDG_NUMBER_TEXT];
    double y = tdg_plot_y(plot, share);
    fputs("<path class=\"level\" d=\"", plot->stream);
    put(plot, "M", plot->left, y);
    put(plot, "L", plot->width - plot->right, y);
    fputs("\"/><text class=\"tick end\"", plot->stream);
    put_number(plot, "x", plot->left - 6);
    put_number(plot, "y", y + 4);
    fprintf(plot->stream, " data-share=\"%s\"", tdg_number_text(share, text));
    fprintf(plot->stream, ">%s %%</text>",
            tdg_fixed_text(100 * share, share > 0 && share < 0.1 ? 1 : 0, text));
}

void tdg_plot_days(const struct tdg_plot *plot, const char *first, const char *last)
{
    fputs("<text class=\"tick\"", plot->stream);
    put_number(plot, "x", plot->left);
    put_number(plot, "y", plot->height - 4);
    fprintf(plot->stream, " data-day=\"%s\">%s</text><text class=\"tick end\"", first, first);
    put_number(plot, "x", plot->width - plot->right);
    put_number(plot, "y", plot->height - 4);
    fprintf(plot->stream, " data-day=\"%s\">%s</text>", last, last);
}
