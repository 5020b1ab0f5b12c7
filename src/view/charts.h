// SPDX-License-Identifier: GPL-3.0-or-later
/** What drawings show of an analysis: which themes have a colour, what lies on what, where axes
 * end. The drawings of the HTML and those of its program are two; what they show is decided here.
 */
#ifndef TDG_VIEW_CHARTS_H
#define TDG_VIEW_CHARTS_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>

#include "view/columns.h"

/** The largest themes have a colour of their own, 0 to 7; all others are grey, 8. */
enum { TDG_OWN_COLOURS = 8, TDG_GREY = TDG_OWN_COLOURS };

size_t tdg_theme_colour(size_t theme);

/** One of the layers of the shares over time: a large theme, or all others together. */
struct tdg_layer {
    size_t begin; /* themes [begin, end) */
    size_t end;
    size_t colour;
};

/** Lowest first; returns how many there are. */
size_t tdg_layers(struct tdg_layer layers[TDG_OWN_COLOURS + 1],
                  const struct tdg_analysis *analysis);

/** What the themes of a layer have of the periods of a column. */
double tdg_layer_share(const struct tdg_analysis *analysis, const struct tdg_layer *layer,
                       const struct tdg_column *column);

/** The layers reach from 0 to 1; lines across are at each so many parts of it. */
enum { TDG_LEVELS = 4 };

/** The series of parents, which have what their themes have: [parents × periods] of articles,
 * originals and share, to be freed. TDG_OK or TDG_ENOMEM. */
int tdg_parent_series(struct tdg_point_view **series, const struct tdg_analysis *analysis);

#endif
