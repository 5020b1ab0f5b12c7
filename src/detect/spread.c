// SPDX-License-Identifier: GPL-3.0-or-later
/* A change of level or a burst must not pass for scatter. So a period is compared with the mean of
 * its two neighbours (Gasser, Sroka and Jennen-Steinmetz, "Residual variance and residual pattern
 * in nonlinear regression", 1986), and the largest tenth of the squared differences is left out.
 *
 * A few dozen periods estimate the spread of one theme badly, all themes together well. So each
 * estimate is drawn to the common one, the more the less the estimates differ beyond their own
 * error (an empirical Bayes estimate by moments, as for variances in Smyth 2004). */
#include "detect/spread.h"

#include <math.h>

#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include <tidings/error.h>

#include "base/memory.h"

enum { ROUNDS = 4, TENTH = 10, POINTS = 2000, RUN = 4 };

/* Neighbouring differences share periods and a tenth is left out: n of them tell as much as .36 n
 * independent ones. */
static const double efficiency = 0.36;
static const double min_own = 0.1; /* weight of a series' own estimate */
static const double max_freedom = 400;

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
    double *squares = tdg_alloc(periods, 2 * sizeof *squares);
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

static void order(double *one, double *other)
{
    double low = *one < *other ? *one : *other, high = *one < *other ? *other : *one;
    *one = low;
    *other = high;
}

/* A sorting network, in which nothing has to be foreseen. */
static void sort_four(double *values)
{
    order(values, values + 2);
    order(values + 1, values + 3);
    order(values, values + 1);
    order(values + 2, values + 3);
    order(values + 1, values + 2);
}

static void sort_few(double *values, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t at = i; at > 0 && values[at - 1] > values[at]; at--)
            order(values + at - 1, values + at);
}

/* Of two sorted runs side by side. */
static void merge(double *to, const double *values, size_t middle, size_t count)
{
    size_t left = 0, right = middle;
    for (size_t i = 0; i < count; i++) {
        size_t take_left = right == count || (left < middle && values[left] <= values[right]);
        to[i] = values[take_left ? left : right];
        left += take_left;
        right += 1 - take_left;
    }
}

/* Of two runs of one length, from both ends: neither can come to the end of a run before its last
 * step, so that no step depends on a guess. */
static void merge_equal(double *to, const double *values, size_t run)
{
    const double *left = values, *right = values + run;
    const double *last_left = right - 1, *last_right = right + run - 1;
    for (size_t i = 0; i < run; i++) {
        ptrdiff_t from_left = *left <= *right, from_right = *last_left <= *last_right;
        to[i] = *(from_left ? left : right);
        to[2 * run - 1 - i] = *(from_right ? last_right : last_left);
        left += from_left;
        right += 1 - from_left;
        last_right -= from_right;
        last_left -= 1 - from_right;
    }
}

/* Ascending; room: [count]. Every drawn series is sorted, a million of them in an analysis with
 * many terms: GSL's heap sort took a fifth of the CPU of 20,000 headlines. */
static void sort(double *values, double *room, size_t count)
{
    double *from = values, *to = room;
    size_t whole = count / RUN * RUN;
    for (size_t begin = 0; begin < whole; begin += RUN)
        sort_four(values + begin);
    sort_few(values + whole, count - whole);
    for (size_t run = RUN; run < count; run *= 2) {
        for (size_t begin = 0; begin < count; begin += 2 * run) {
            size_t end = begin + 2 * run < count ? begin + 2 * run : count;
            size_t middle = begin + run < end ? run : end - begin;
            if (end - begin == 2 * run)
                merge_equal(to + begin, from + begin, run);
            else
                merge(to + begin, from + begin, middle, end - begin);
        }
        double *kept = from;
        from = to;
        to = kept;
    }
    if (from != values)
        memcpy(values, from, count * sizeof *values);
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
    sort(spreads->squares, spreads->squares + spreads->periods, differences);
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
        fmin(max_freedom, fmax(2, efficiency * (double)(spreads->periods - 2) * (double)used));
}

double tdg_spread_moderated(const struct tdg_spreads *spreads, const struct tdg_spread *spread)
{
    if (!(spread->weight > 0))
        return spreads->common;
    double error = error_of(spreads, spread->weight, spreads->common);
    double own = fmax(min_own, spreads->between / (spreads->between + error));
    return fmax(0, own * spread->own + (1 - own) * spreads->common);
}
