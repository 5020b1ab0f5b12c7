// SPDX-License-Identifier: GPL-3.0-or-later
/* GSL 2.7 has the quantile of the beta distribution, gsl_cdf_beta_Pinv, but for some arguments it
 * calls the error handler (from about 500 articles a period on) or does not return at all (at ten
 * millions). Its distribution function is sound up to a million, so the quantile is found here:
 * Newton's method on gsl_cdf_beta_P, kept inside a bracket that shrinks at every step. */
#include "detect/interval.h"

#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

static const double tail = 0.025;
static const double normal_quantile = 1.959963984540054; /* of 1 - tail */
static const double tolerance = 1e-13;

enum { STEPS = 200 };

/* Of the beta distribution with a, b >= 1/2; NaN where GSL's function has no value. */
static double beta_quantile(double p, double a, double b)
{
    double low = 0, high = 1;
    double mean = a / (a + b);
    double deviation = sqrt(mean * (1 - mean) / (a + b + 1));
    double x = mean + (p < 0.5 ? -normal_quantile : normal_quantile) * deviation;
    for (int step = 0; step < STEPS; step++) {
        if (!(x > low && x < high))
            x = low + (high - low) / 2;
        double excess = gsl_cdf_beta_P(x, a, b) - p;
        if (!isfinite(excess))
            return (double)NAN;
        if (excess > 0)
            high = x;
        else
            low = x;
        double next = x - excess / gsl_ran_beta_pdf(x, a, b);
        if (fabs(next - x) <= tolerance * x || high - low <= tolerance * high)
            return x;
        x = next;
    }
    return low + (high - low) / 2;
}

/* Wilson's interval, which is the same to five decimals where a million articles are a period. */
static struct tdg_interval wilson(double part, double whole)
{
    double z2 = normal_quantile * normal_quantile;
    double centre = (part + z2 / 2) / (whole + z2);
    double half = normal_quantile * sqrt(part * (whole - part) / whole + z2 / 4) / (whole + z2);
    return (struct tdg_interval){fmax(0, centre - half), fmin(1, centre + half)};
}

struct tdg_interval tdg_share_interval_of(double part, double whole)
{
    part = fmin(part, whole);
    double a = part + 0.5, b = whole - part + 0.5;
    struct tdg_interval interval = {0, 1};
    if (part > 0)
        interval.low = beta_quantile(tail, a, b);
    if (part < whole)
        interval.high = beta_quantile(1 - tail, a, b);
    if (!isfinite(interval.low) || !isfinite(interval.high))
        interval = wilson(part, whole);
    return interval;
}

struct tdg_interval tdg_share_interval(size_t part, size_t whole)
{
    return tdg_share_interval_of((double)part, (double)whole);
}
