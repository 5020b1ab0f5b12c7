// SPDX-License-Identifier: GPL-3.0-or-later
/* Quasi-binomial regression: logit(share) = c0 + c1 time, variance = dispersion x binomial
 * (McCullagh and Nelder, "Generalized Linear Models", 2nd ed. 1989, sections 4.4 and 4.5), fitted
 * by iteratively reweighted least squares. A logit line never leaves 0 to 1, and the dispersion
 * makes the test honest where articles come in bunches, as news do. The dispersion is Pearson's,
 * never below 1: counts are not more regular than chance, and a few lucky periods must not make
 * them so. The test is Wald's with Student's t on n - 2 degrees of freedom. It is mild where a
 * theme appears from nowhere in the very last period (its standard error is then as large as its
 * slope): that is a burst, not a slope. */
#include "detect/slope.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_fit.h>

#include <tidings/error.h>

#include "base/memory.h"

enum { FEWEST = 4, STEPS = 100 };

static const double max_logit = 25; /* a share of 1e-11: beyond, sums lose all digits */
static const double tolerance = 1e-10;

static double share_at(double logit)
{
    return 1 / (1 + exp(-fmax(-max_logit, fmin(max_logit, logit))));
}

struct line {
    double c0, c1;
    double variance; /* of c1, at dispersion 1 */
};

/* What gsl_fit_wlinear is given, each [count]: time, weight, working response. */
struct work {
    double *x, *weight, *z;
};

/* The next line from the working response at the present one (McCullagh and Nelder, 2.5). */
static bool improve(struct line *line, struct work *work, const struct tdg_share *shares,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double logit =
            fmax(-max_logit, fmin(max_logit, line->c0 + line->c1 * work->x[i] + shares[i].offset));
        double share = share_at(logit);
        double unit = share * (1 - share);
        work->weight[i] = shares[i].whole * unit;
        work->z[i] = logit - shares[i].offset + (shares[i].part / shares[i].whole - share) / unit;
    }
    struct line next = {0};
    double cov00, cov01, chisq;
    int status = gsl_fit_wlinear(work->x, 1, work->weight, 1, work->z, 1, count, &next.c0, &next.c1,
                                 &cov00, &cov01, &next.variance, &chisq);
    if (status || !isfinite(next.c0) || !isfinite(next.c1) || !isfinite(next.variance))
        return false;
    *line = next;
    return true;
}

static double dispersion(const struct line *line, const double *x, const struct tdg_share *shares,
                         size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        double share = share_at(line->c0 + line->c1 * x[i] + shares[i].offset);
        double error = shares[i].part - shares[i].whole * share;
        sum += error * error / (shares[i].whole * share * (1 - share));
    }
    return fmax(1, sum / (double)(count - 2));
}

static bool fit(struct line *line, struct work *work, const struct tdg_share *shares, size_t count)
{
    for (int step = 0; step < STEPS; step++) {
        struct line before = *line;
        if (!improve(line, work, shares, count))
            return false;
        if (fabs(line->c0 - before.c0) <= tolerance && fabs(line->c1 - before.c1) <= tolerance)
            break;
    }
    return true;
}

/* Time runs from -1 to 1 in the fit. False where there is nothing to fit. */
static bool prepare(struct line *line, double *x, const struct tdg_share *shares, size_t count)
{
    double part = 0, whole = 0;
    double middle = (shares[0].at + shares[count - 1].at) / 2;
    double half = (shares[count - 1].at - shares[0].at) / 2;
    for (size_t i = 0; i < count; i++) {
        part += shares[i].part;
        whole += shares[i].whole;
        x[i] = (shares[i].at - middle) / half;
    }
    if (!(part > 0 && part < whole && half > 0))
        return false;
    *line = (struct line){.c0 = log(part / (whole - part))};
    return true;
}

int tdg_slope_fit(struct tdg_slope *slope, const struct tdg_share *shares, size_t count)
{
    struct tdg_slope fitted = {0, 0, 1};
    struct line line;
    double *room = tdg_alloc(count + 1, 3 * sizeof *room);
    if (!room)
        return TDG_ENOMEM;
    struct work work = {room, room + count, room + 2 * count};
    if (count < FEWEST || !prepare(&line, work.x, shares, count) ||
        !fit(&line, &work, shares, count))
        goto out;
    fitted.first = share_at(line.c0 - line.c1);
    fitted.last = share_at(line.c0 + line.c1);
    double error = sqrt(dispersion(&line, work.x, shares, count) * line.variance);
    if (error > 0)
        fitted.p = fmin(1, 2 * gsl_cdf_tdist_Q(fabs(line.c1) / error, (double)(count - 2)));
out:
    free(room);
    *slope = fitted;
    return TDG_OK;
}
