// SPDX-License-Identifier: GPL-3.0-or-later
/** The one description that fits a moving series best. */
#ifndef TDG_DETECT_SHAPE_H
#define TDG_DETECT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/types.h>

#include "detect/scan.h"

enum { TDG_MOVES = TDG_RETURNING + 1 };

static inline bool tdg_move_is_slope(enum tdg_move move)
{
    return move == TDG_RISING || move == TDG_FALLING;
}

struct tdg_shape {
    enum tdg_move move;
    size_t begin; /* periods begin <= t < end */
    size_t end;
    double before; /* count / exposure outside, or where the slope begins */
    double after;  /* inside, or where the slope ends */
    double slope;  /* of its logarithm, a period; 0 where it is none */
    double gain;   /* information criterion against no movement */
};

enum { TDG_SHAPES = 3 };

/** Describes a series that has counts, by a step, a burst and a slope, the best description first.
 * `exposure` as in tdg_scan_load; leaves the scan loaded with them. */
void tdg_shapes_find(struct tdg_shape shapes[TDG_SHAPES], struct tdg_scan *scan,
                     const double *count, const double *exposure, double spread);

/** count / exposure in period t as the shape has it. */
double tdg_shape_rate(const struct tdg_shape *shape, size_t t);

#endif
