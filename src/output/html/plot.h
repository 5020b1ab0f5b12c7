// SPDX-License-Identifier: GPL-3.0-or-later
/** Small drawings of shares over time, as SVG that needs no program. Colours come from classes, so
 * that they follow the page into the dark and onto paper. */
#ifndef TDG_OUTPUT_HTML_PLOT_H
#define TDG_OUTPUT_HTML_PLOT_H

#include <stdio.h>

#include <tidings/analysis.h>

#include "view/columns.h"

struct tdg_plot {
    FILE *stream;
    const struct tdg_columns *columns;
    double width; /* pixels of the drawing; time goes from `left` to width - right */
    double height;
    double left;
    double right;
    double top;
    double bottom;
    double most; /* the share at the top */
};

/** Opens <svg>; `label` is what a screen reader says, plain text. */
void tdg_plot_open(const struct tdg_plot *plot, const char *class, const char *label);
void tdg_plot_close(const struct tdg_plot *plot);

double tdg_plot_x(const struct tdg_plot *plot, size_t column);
double tdg_plot_y(const struct tdg_plot *plot, double share);

/** The interval around a series. */
void tdg_plot_band(const struct tdg_plot *plot, const struct tdg_point_view *series);

/** The series: whole periods with a line, those that are not with dashes, empty ones not at all. */
void tdg_plot_line(const struct tdg_plot *plot, const struct tdg_point_view *series);

/** The area between two lines, of one share a column. `class` names its colour. */
void tdg_plot_layer(const struct tdg_plot *plot, const double *lower, const double *upper,
                    const char *class);

/** The periods of a finding, behind the series. */
void tdg_plot_span(const struct tdg_plot *plot, size_t first, size_t last);

/** A line across at a share, with the share beside it. */
void tdg_plot_level(const struct tdg_plot *plot, double share);

/** The first day of the first and the last day of the last column. */
void tdg_plot_days(const struct tdg_plot *plot, const char *first, const char *last);

#endif
