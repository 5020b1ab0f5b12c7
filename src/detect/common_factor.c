// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/common_factor.h"

#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_sort.h>

enum { REACH = 4 };

double tdg_weighted_median(double *factors, double *weights, size_t count)
{
    double whole = 0, sum = 0;
    size_t i = 0;
    for (size_t k = 0; k < count; k++)
        whole += weights[k];
    gsl_sort2(factors, 1, weights, 1, count);
    while (i + 1 < count && (sum += weights[i]) < whole / 2)
        i++;
    return factors[i];
}

static double course_at(size_t t, const double *count, size_t series, size_t periods,
                        const double *exposure, const double *mix, double *scratch)
{
    double *factors = scratch, *weights = scratch + series;
    size_t begin = t > REACH ? t - REACH : 0, end = t + REACH < periods ? t + REACH + 1 : periods;
    for (size_t i = 0; i < series; i++) {
        double near = 0.5, all = 0.5, near_exposed = 0, exposed = 0;
        for (size_t s = 0; s < periods; s++) {
            bool is_near = s >= begin && s < end;
            all += count[i * periods + s];
            double expected = exposure[s] * (mix ? mix[i * periods + s] : 1);
            exposed += expected;
            near += is_near ? count[i * periods + s] : 0;
            near_exposed += is_near ? expected : 0;
        }
        factors[i] = near / near_exposed / (all / exposed);
        weights[i] = sqrt(all);
    }
    return tdg_weighted_median(factors, weights, series);
}

void tdg_common_factor(double *common_factor, const double *count, size_t series, size_t periods,
                       const double *exposure, const double *mix, double *scratch)
{
    for (size_t t = 0; t < periods; t++)
        common_factor[t] = series < TDG_MIN_TYPICAL
                               ? 1
                               : course_at(t, count, series, periods, exposure, mix, scratch);
}
