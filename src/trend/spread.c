// SPDX-License-Identifier: GPL-3.0-or-later
/* A change of level or a burst must not pass for scatter. So a period is compared with the mean of
 * its two neighbours (Gasser, Sroka and Jennen-Steinmetz, "Residual variance and residual pattern
 * in nonlinear regression", 1986), and the largest tenth of the squared differences is left out.
 *
 * A few dozen periods estimate the spread of one theme badly, all themes together well. So each
 * estimate is drawn to the common one, the more the less the estimates differ beyond their own
 * error (an empirical Bayes estimate by moments, as for variances in Smyth 2004). */
#include "trend/spread.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>

#include "base/memory.h"
#include "trend/statistics.h"

enum { ROUNDS = 4, TENTH = 10, POINTS = 2000 };

/* Neighbouring differences share periods and a tenth is left out: n of them tell as much as .36 n
 * independent ones. */
static const double efficiency = 0.36;
static const double least_own = 0.1; /* weight of a series' own estimate */
static const double most_freedom = 400;

static size_t kept_of(size_t differences)
{
    return differences - (differences + TENTH - 1) / TENTH;
}

/* The expected mean of the smallest n - n/10 of n chi-squares with one degree of freedom: the
 * integral of their quantiles, each weighted by how likely it is to be among the kept. */
static double trimmed_mean(size_t differences)
{
    double kept = (double)kept_of(differences), cut = (double)differences - kept, sum = 0;
    for (size_t i = 0; i < POINTS; i++) {
        double u = ((double)i + 0.5) / POINTS;
        sum += gsl_cdf_chisq_Pinv(u, 1) * gsl_cdf_beta_Q(u, kept, cut) / POINTS;
    }
    return sum * (double)differences / kept;
}

int tdg_spreads_new(struct tdg_spreads *spreads, size_t periods)
{
    double *squares = tdg_alloc(periods, sizeof *squares);
    if (!squares)
        return TDG_ENOMEM;
    *spreads = (struct tdg_spreads){
        .periods = periods,
        .trimmed = trimmed_mean(periods - 2),
        .squares = squares,
    };
    return TDG_OK;
}

void tdg_spreads_done(struct tdg_spreads *spreads)
{
    free(spreads->squares);
    *spreads = (struct tdg_spreads){0};
}

struct tdg_spread tdg_spread_of(struct tdg_spreads *spreads, const double *count,
                                const double *exposure)
{
    size_t differences = spreads->periods - 2, kept = kept_of(differences);
    double sum = 0, weight = 0;
    for (size_t i = 0; i < differences; i++) {
        const double *c = count + i, *e = exposure + i;
        double rate = (c[0] + c[1] + c[2] + 0.5) / (e[0] + e[1] + e[2]);
        double error = c[1] / e[1] - (c[0] / e[0] + c[2] / e[2]) / 2;
        double variance = rate * (1 / e[1] + (1 / e[0] + 1 / e[2]) / 4);
        spreads->squares[i] = error * error / variance;
        weight += 1.5 * rate * rate / variance;
    }
    gsl_sort(spreads->squares, 1, differences);
    for (size_t i = 0; i < kept; i++)
        sum += spreads->squares[i];
    weight /= (double)differences;
    double ratio = sum / (double)kept / spreads->trimmed;
    return (struct tdg_spread){(ratio - 1) / weight, weight};
}

/* The variance of an own estimate where the true spread is `spread`. */
static double error_of(const struct tdg_spreads *spreads, double weight, double spread)
{
    double ratio = (1 + weight * spread) / weight;
    return 2 * ratio * ratio / (efficiency * (double)(spreads->periods - 2));
}

void tdg_spreads_pool(struct tdg_spreads *spreads, const struct tdg_spread *each, size_t count)
{
    size_t used = 0;
    spreads->common = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double sum = 0, weights = 0;
        for (size_t i = 0; i < count; i++) {
            if (!(each[i].weight > 0))
                continue;
            double weight = 1 / error_of(spreads, each[i].weight, spreads->common);
            sum += weight * each[i].own;
            weights += weight;
            used += round == 0;
        }
        spreads->common = weights > 0 ? fmax(0, sum / weights) : 0;
    }
    double excess = 0, weights = 0;
    for (size_t i = 0; i < count; i++) {
        if (!(each[i].weight > 0))
            continue;
        double error = error_of(spreads, each[i].weight, spreads->common);
        double difference = each[i].own - spreads->common;
        excess += (difference * difference - error) / error;
        weights += 1 / error;
    }
    spreads->between = weights > 0 ? fmax(0, excess / weights) : 0;
    spreads->freedom =
        fmin(most_freedom, fmax(2, efficiency * (double)(spreads->periods - 2) * (double)used));
}

double tdg_spread_moderated(const struct tdg_spreads *spreads, const struct tdg_spread *spread)
{
    if (!(spread->weight > 0))
        return spreads->common;
    double error = error_of(spreads, spread->weight, spreads->common);
    double own = fmax(least_own, spreads->between / (spreads->between + error));
    return fmax(0, own * spread->own + (1 - own) * spreads->common);
}
