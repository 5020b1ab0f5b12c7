// SPDX-License-Identifier: GPL-3.0-or-later
/* The model of chance (detect/bootstrap.c) knows bunches of articles, but not all that news does: a
 * story goes on for weeks, and a few weeks are far louder than any model of bunches says. So the
 * p-values of series in which nothing moves for good are looked at, and where they are smaller than
 * p-values may be, all are corrected by that: an empirical null (Efron, "Large-scale simultaneous
 * hypothesis testing: the choice of a null hypothesis", 2004), with an exponential tail of -log p
 * beyond its 95th percentile, whose scale is Hill's estimate (1975). Never in the other direction:
 * in doubt the model holds. */
#include "detect/calibration.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_sort.h>

enum { TAIL = 20 };

static const double min_p = 1e-300;

void tdg_calibration_done(struct tdg_calibration *chance)
{
    free(chance->log_p);
    *chance = (struct tdg_calibration){0};
}

double tdg_minus_log_p(double p)
{
    return -log(fmax(p, min_p));
}

double tdg_calibration_p(const struct tdg_calibration *chance, double p)
{
    size_t tail = chance->count / TAIL, reached = 0;
    if (tail == 0)
        return p;
    double value = tdg_minus_log_p(p), border = chance->log_p[chance->count - tail];
    if (value > border)
        return fmax(p, exp(-(value - border) / chance->scale) / TAIL);
    while (reached < chance->count && chance->log_p[chance->count - 1 - reached] >= value)
        reached++;
    return fmax(p, (double)reached / (double)chance->count);
}

void tdg_calibration_set(struct tdg_calibration *chance, double *log_p, size_t count)
{
    size_t tail = count / TAIL;
    double excess = 0;
    gsl_sort(log_p, 1, count);
    for (size_t i = count - tail; i < count; i++)
        excess += (log_p[i] - log_p[count - tail]) / (double)tail;
    tdg_calibration_done(chance);
    *chance = (struct tdg_calibration){true, log_p, count, fmax(1, excess)};
}
