// SPDX-License-Identifier: GPL-3.0-or-later
/* Shares by what a stratified sample says. The estimate is that of post-stratified accuracy
 * assessment: of each stratum the judged share, weighed by its size (Card 1982; Olofsson et al.
 * 2014, equation 9). An interval of two standard errors would have no width where none of the few
 * articles of a stratum is misplaced. So what is not judged is taken to be as a Beta distribution
 * says, whose prior weighs as much as one article, spread over the possible answers (Perks 1947;
 * Berger, Bernardo and Sun 2015); its mean and variance over all strata, with those that were
 * judged being certain, make another Beta distribution, of which the interval is. In 200 draws of
 * 200 articles of newsgroups20 it covers the true share in .950 of the cases, of single themes in
 * .92 to .99 (tests/quality/sample.py). */
#include "sample/estimate.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

enum { HALVINGS = 60 };

static const double tail = 0.025;

/* gsl_cdf_beta_Pinv() calls GSL's error handler where it does not converge. */
static double quantile(double share, double a, double b)
{
    double low = 0, high = 1;
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (gsl_cdf_beta_P(middle, a, b) < share)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

struct tdg_interval tdg_sample_proportion(size_t right, size_t count)
{
    double a = (double)right + .5, b = (double)(count - right) + .5;
    if (!count)
        return (struct tdg_interval){(double)NAN, 0, 1};
    return (struct tdg_interval){(double)right / (double)count, right ? quantile(tail, a, b) : 0,
                                 right < count ? quantile(1 - tail, a, b) : 1};
}

struct tdg_interval tdg_sample_share(const struct tdg_sample_hits *strata, size_t count,
                                     double prior)
{
    double all = 0, estimate = 0, mean = 0, variance = 0;
    for (size_t i = 0; i < count; i++) {
        const struct tdg_sample_hits *of = &strata[i];
        double size = (double)of->originals, judged = (double)of->judged, hits = (double)of->hits;
        double rest = size - judged, weight = judged + 1, share = (prior + hits) / weight;
        all += size;
        estimate += of->judged ? size * hits / judged : of->assumed ? size : 0;
        mean += hits + rest * share;
        /* of a beta-binomial distribution */
        variance += rest * share * (1 - share) * (weight + rest) / (weight + 1);
    }
    struct tdg_interval result = {(double)NAN, 0, 1};
    if (all <= 0)
        return result;
    result.value = estimate / all;
    mean /= all;
    variance /= all * all;
    double weight = variance > 0 ? mean * (1 - mean) / variance - 1 : 0;
    if (weight <= 0)
        result.low = result.high = variance > 0 ? result.value : mean;
    else {
        result.low = quantile(tail, mean * weight, (1 - mean) * weight);
        result.high = quantile(1 - tail, mean * weight, (1 - mean) * weight);
    }
    result.low = fmin(result.low, result.value);
    result.high = fmax(result.high, result.value);
    return result;
}
