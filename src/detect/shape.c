// SPDX-License-Identifier: GPL-3.0-or-later
/* The candidates are the best step, the best burst and a slope from each hinge on; what they gain
 * in quasi-likelihood pays log(periods) for every number that was fitted (Schwarz 1978). The place
 * of a change costs as much as a level, the four hinges half of it. */
#include "detect/shape.h"

#include <math.h>

static const double step_numbers = 2, burst_numbers = 3, slope_numbers = 1.5, hinge_numbers = 2;
static const double nothing = 0.05; /* a level below this part of the other one is none */
static const double max_slope = 4;  /* of a logarithm over all periods: what is steeper is a step */
static const double tolerance = 1e-7;

enum { STEPS = 50, HALVINGS = 6 };

/* A series, and the weight of each of its periods: 1 / (1 + spread mean). */
struct series {
    size_t periods;
    const double *count;
    const double *exposure;
    double rate; /* without movement */
    double spread;
};

static double weight_of(const struct series *series, size_t t)
{
    return 1 / (1 + series->spread * series->exposure[t] * series->rate);
}

static double gain_of(const struct series *series, const struct tdg_shape *shape, double numbers)
{
    double gain = 0;
    for (size_t t = 0; t < series->periods; t++) {
        double rate = tdg_shape_rate(shape, t), change = 0;
        if (series->count[t] > 0)
            change = series->count[t] * log(fmax(rate, 1e-300) / series->rate);
        change -= series->exposure[t] * (rate - series->rate);
        gain += weight_of(series, t) * change;
    }
    return 2 * gain - log((double)series->periods) * numbers;
}

double tdg_shape_rate(const struct tdg_shape *shape, size_t t)
{
    if (tdg_move_is_slope(shape->move))
        return shape->before *
               exp(t > shape->begin ? shape->slope * (double)(t - shape->begin) : 0);
    return t >= shape->begin && t < shape->end ? shape->after : shape->before;
}

static enum tdg_move step_of(double before, double after)
{
    if (after > before)
        return before < nothing * after ? TDG_NEW : TDG_STEP_UP;
    return after < nothing * before ? TDG_GONE : TDG_STEP_DOWN;
}

static struct tdg_shape span_shape(const struct series *series, const struct tdg_period_span *span)
{
    double count[2] = {0}, exposure[2] = {0};
    for (size_t t = 0; t < series->periods; t++) {
        bool inside = t >= span->begin && t < span->end;
        count[inside] += weight_of(series, t) * series->count[t];
        exposure[inside] += weight_of(series, t) * series->exposure[t];
    }
    struct tdg_shape shape = {
        .begin = span->begin,
        .end = span->end,
        .before = count[0] / exposure[0],
        .after = count[1] / exposure[1],
    };
    shape.move = span->burst ? TDG_BURST : step_of(shape.before, shape.after);
    shape.gain = gain_of(series, &shape, span->burst ? burst_numbers : step_numbers);
    return shape;
}

/* The slope log(rate) = c0 + c1 max(0, t - begin) / periods. */
struct line {
    double c0, c1;
    size_t begin;
};

static struct tdg_shape shape_of(const struct series *series, const struct line *line)
{
    double slope = line->c1 / (double)series->periods;
    return (struct tdg_shape){
        .move = slope > 0 ? TDG_RISING : TDG_FALLING,
        .begin = line->begin,
        .end = series->periods,
        .before = exp(line->c0),
        .after = exp(line->c0 + slope * (double)(series->periods - 1 - line->begin)),
        .slope = slope,
    };
}

/* Where Newton's method goes from a line: weighted least squares on the working response (McCullagh
 * and Nelder 1989, 2.5), each number by 1 at most. */
static struct line step_from(const struct series *series, const struct line *line)
{
    struct tdg_shape shape = shape_of(series, line);
    double w = 0, wx = 0, wxx = 1e-9, r = 0, rx = 0;
    for (size_t t = 0; t < series->periods; t++) {
        double x = t > line->begin ? (double)(t - line->begin) / (double)series->periods : 0;
        double mean = series->exposure[t] * tdg_shape_rate(&shape, t);
        double weight = weight_of(series, t) * mean;
        double error = weight_of(series, t) * (series->count[t] - mean);
        w += weight;
        wx += weight * x;
        wxx += weight * x * x;
        r += error;
        rx += error * x;
    }
    double determinant = w * wxx - wx * wx;
    if (!(determinant > 0))
        return (struct line){0};
    return (struct line){fmax(-1, fmin(1, (wxx * r - wx * rx) / determinant)),
                         fmax(-1, fmin(1, (w * rx - wx * r) / determinant)), 0};
}

/* One step, halved until it leads upwards; false when there is no such step any more. */
static bool improve(struct line *line, struct tdg_shape *shape, const struct series *series,
                    double numbers)
{
    struct line step = step_from(series, line);
    double part = 1;
    for (int half = 0; half <= HALVINGS; half++, part /= 2) {
        struct line next = *line;
        next.c0 += part * step.c0;
        next.c1 = fmax(-max_slope, fmin(max_slope, line->c1 + part * step.c1));
        struct tdg_shape there = shape_of(series, &next);
        there.gain = gain_of(series, &there, numbers);
        if (there.gain > shape->gain + tolerance) {
            *line = next;
            *shape = there;
            return true;
        }
    }
    return false;
}

static struct tdg_shape slope_shape(const struct series *series, size_t begin)
{
    double numbers = begin == 0 ? slope_numbers : hinge_numbers;
    struct line line = {log(series->rate), 0, begin};
    struct tdg_shape shape = shape_of(series, &line);
    shape.gain = gain_of(series, &shape, numbers);
    for (int step = 0; step < STEPS && improve(&line, &shape, series, numbers); step++)
        continue;
    return shape;
}

static struct tdg_shape best_slope(const struct series *series, const struct tdg_scan *scan)
{
    struct tdg_shape best = slope_shape(series, scan->hinge[0]);
    for (size_t h = 1; h < TDG_HINGES; h++) {
        struct tdg_shape slope = slope_shape(series, scan->hinge[h]);
        if (slope.gain > best.gain)
            best = slope;
    }
    return best;
}

void tdg_shapes_find(struct tdg_shape shapes[TDG_SHAPES], struct tdg_scan *scan,
                     const double *count, const double *exposure, double spread)
{
    double all = 0, exposed = 0;
    for (size_t t = 0; t < scan->periods; t++) {
        all += count[t];
        exposed += exposure[t];
    }
    struct series series = {scan->periods, count, exposure, all / exposed, spread};
    tdg_scan_load(scan, count, exposure, spread);
    const struct tdg_shape found[TDG_SHAPES] = {span_shape(&series, tdg_scan_best(scan, false)),
                                                span_shape(&series, tdg_scan_best(scan, true)),
                                                best_slope(&series, scan)};
    for (size_t i = 0; i < TDG_SHAPES; i++) {
        size_t at = i;
        for (; at > 0 && found[i].gain > shapes[at - 1].gain; at--)
            shapes[at] = shapes[at - 1];
        shapes[at] = found[i];
    }
}
