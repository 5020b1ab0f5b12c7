// SPDX-License-Identifier: GPL-3.0-or-later
#include "trend/typical.h"

#include <math.h>

#include <gsl/gsl_sort.h>

enum { FEWEST = 4 };

static const double median_error = 1.2533; /* of a median, against that of a mean: sqrt(pi / 2) */

/* 1: among the periods that moved, 0: among those they are compared with, -1: neither. A slope is
 * judged by its second half and what came before its first. */
static int side_of(const struct tdg_shape *shape, size_t t)
{
    if (!tdg_move_is_slope(shape->move))
        return t >= shape->begin && t < shape->end;
    return t >= shape->begin + (shape->end - shape->begin) / 2;
}

double tdg_typical_factor(const struct tdg_shape *shape, const double *count, size_t series,
                          size_t periods, const double *exposure, double *scratch)
{
    if (series < FEWEST)
        return 1;
    double *factors = scratch, *weights = scratch + series, whole = 0, variance = 0;
    for (size_t i = 0; i < series; i++) {
        double sums[2] = {0.5, 0.5}, exposed[2] = {0};
        for (size_t t = 0; t < periods; t++) {
            sums[side_of(shape, t)] += count[i * periods + t];
            exposed[side_of(shape, t)] += exposure[t];
        }
        factors[i] = log(sums[1] / exposed[1] / (sums[0] / exposed[0]));
        variance += (1 / sums[0] + 1 / sums[1]) / (double)series;
        weights[i] = sqrt(sums[0] + sums[1] - 1);
        whole += weights[i];
    }
    gsl_sort2(factors, 1, weights, 1, series);
    double sum = 0;
    size_t i = 0;
    while (i + 1 < series && (sum += weights[i]) < whole / 2)
        i++;
    double error = 0;
    if (shape->move == TDG_BURST)
        error = median_error * sqrt(variance / (double)series);
    return exp(copysign(fmax(0, fabs(factors[i]) - error), factors[i]));
}

/* A slope is drawn through the middles of its two sides. */
double tdg_typical_rate(const struct tdg_shape *shape, double factor, size_t periods, size_t t)
{
    if (!tdg_move_is_slope(shape->move))
        return t >= shape->begin && t < shape->end ? factor : 1;
    double middle[2] = {0}, count[2] = {0};
    for (size_t s = 0; s < periods; s++) {
        middle[side_of(shape, s)] += s > shape->begin ? (double)(s - shape->begin) : 0;
        count[side_of(shape, s)]++;
    }
    double distance = middle[1] / count[1] - middle[0] / count[0];
    return pow(factor, (t > shape->begin ? (double)(t - shape->begin) : 0) / distance);
}
