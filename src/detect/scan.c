// SPDX-License-Identifier: GPL-3.0-or-later
/* Counts are divided by 1 + spread mean, which makes their variance that of a Poisson count to
 * first order (the quasi-likelihood of McCullagh and Nelder 1989, chapter 9, with a weight for each
 * period). Then the likelihood ratio of "another rate inside a span" takes two sums and two
 * logarithms, and prefix sums give the two sums (a scan statistic: Kulldorff, "A spatial scan
 * statistic", 1997). A span pays 2 log(periods) for the places where it could lie, whatever its
 * length: long spans have fewer places that differ, but an excess that lies across several of them
 * counts at each, so that under chance all lengths lead about as often, and a burst of one period
 * does not lose its chance to longer ones. Slopes are scored (Rao) and pay for their hinges. */
#include "detect/scan.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"

enum { SHORTEST_STEP = 3, QUARTER = 4 };

static const size_t lengths[] = {1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 21, 26};
static const double slope_penalty = 4;

static void fill(struct tdg_scan *scan)
{
    size_t periods = scan->periods;
    for (size_t begin = SHORTEST_STEP; begin + SHORTEST_STEP <= periods; begin++)
        scan->spans[scan->span_count++] =
            (struct tdg_period_span){(uint32_t)begin, (uint32_t)periods, false};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        if (lengths[i] > SHORTEST_STEP && lengths[i] > periods / QUARTER)
            break;
        for (size_t begin = 0; begin + lengths[i] <= periods; begin++)
            scan->spans[scan->span_count++] =
                (struct tdg_period_span){(uint32_t)begin, (uint32_t)(begin + lengths[i]), true};
    }
    const size_t hinges[TDG_HINGES] = {0, periods / 4, periods / 3, periods / 2};
    for (size_t h = 0; h < TDG_HINGES; h++)
        scan->hinge[h] = hinges[h];
}

int tdg_scan_new(struct tdg_scan *scan, size_t periods)
{
    size_t kinds = 1 + sizeof lengths / sizeof *lengths;
    struct tdg_scan made = {
        .periods = periods,
        .penalty = 2 * log((double)periods),
        .spans = tdg_alloc(periods * kinds, sizeof *made.spans),
        .room = tdg_alloc(periods + 1, 4 * sizeof *made.room),
    };
    if (!made.spans || !made.room) {
        tdg_scan_done(&made);
        return TDG_ENOMEM;
    }
    fill(&made);
    *scan = made;
    return TDG_OK;
}

void tdg_scan_done(struct tdg_scan *scan)
{
    free(scan->spans);
    free(scan->room);
    *scan = (struct tdg_scan){0};
}

/* The room: sums of scaled counts and means before each period, then the two themselves. */
void tdg_scan_load(struct tdg_scan *scan, const double *count, const double *exposure,
                   double spread)
{
    size_t n = scan->periods;
    double *counts = scan->room, *means = counts + n + 1;
    double *scaled = means + n + 1, *mean = scaled + n + 1;
    double all = 0, exposed = 0;
    for (size_t t = 0; t < n; t++) {
        all += count[t];
        exposed += exposure[t];
    }
    double rate = exposed > 0 ? all / exposed : 0;
    counts[0] = means[0] = 0;
    for (size_t t = 0; t < n; t++) {
        double scale = 1 + spread * exposure[t] * rate;
        scaled[t] = count[t] / scale;
        mean[t] = exposure[t] * rate / scale;
        counts[t + 1] = counts[t] + scaled[t];
        means[t + 1] = means[t] + mean[t];
    }
}

/* What is inside a span: the counts, and what they would be without movement. */
struct inside {
    double count, mean, all;
};

static struct inside look_inside(const struct tdg_scan *scan, const struct tdg_period_span *span)
{
    size_t n = scan->periods;
    const double *counts = scan->room, *means = counts + n + 1;
    double mean = (means[span->end] - means[span->begin]) * counts[n] / means[n];
    return (struct inside){counts[span->end] - counts[span->begin], mean, counts[n]};
}

/* The log likelihood ratio is at most Pearson's statistic, which needs no logarithm: by
 * log x <= x - 1. Twice that, 2 error^2 (1 / mean + 1 / rest), is a bound of what value_of takes
 * pains to find. Nearly all spans end here, so that it is compared without a division; `rate` is
 * all that was counted over all that was to be expected. The margin is far above what rounding
 * does. */
static bool may_gain(const struct tdg_scan *scan, const struct tdg_period_span *span, double rate,
                     double least)
{
    static const double margin = 1e-9;
    size_t n = scan->periods;
    const double *counts = scan->room, *means = counts + n + 1;
    double all = counts[n], mean = (means[span->end] - means[span->begin]) * rate;
    double error = fabs(counts[span->end] - counts[span->begin] - mean) + margin * all;
    return !(2 * error * error * all <= least * mean * (all - mean) * (1 - margin));
}

/* count log(count / mean). */
static double weigh(double count, double mean)
{
    return count > 0 && mean > 0 ? count * log(count / mean) : 0;
}

static double value_of(const struct tdg_scan *scan, const struct tdg_period_span *span,
                       const struct inside *inside)
{
    if (!(inside->all > 0) || (span->burst && inside->count <= inside->mean))
        return -scan->penalty;
    double gain = weigh(inside->count, inside->mean) +
                  weigh(fmax(0, inside->all - inside->count), inside->all - inside->mean);
    return 2 * gain - scan->penalty;
}

double tdg_scan_span(const struct tdg_scan *scan, const struct tdg_period_span *span)
{
    struct inside inside = look_inside(scan, span);
    return value_of(scan, span, &inside);
}

double tdg_scan_slope(const struct tdg_scan *scan, size_t h)
{
    size_t n = scan->periods;
    const double *scaled = scan->room + 2 * (n + 1), *mean = scaled + n + 1;
    double all_mean = scan->room[n + 1 + n], middle = 0, score = 0, variance = 0;
    for (size_t t = scan->hinge[h]; t < n; t++)
        middle += mean[t] * (double)(t - scan->hinge[h]) / all_mean;
    for (size_t t = 0; t < n; t++) {
        double x = (t > scan->hinge[h] ? (double)(t - scan->hinge[h]) : 0) - middle;
        score += scaled[t] * x;
        variance += mean[t] * x * x;
    }
    double value = variance > 0 ? fmax(0, score * score / variance - slope_penalty) : 0;
    return score < 0 ? -value : value;
}

static double rate_of(const struct tdg_scan *scan)
{
    size_t n = scan->periods;
    return scan->room[n] / scan->room[n + 1 + n];
}

/* Whether a span is better than `least`, which then becomes its value. */
static bool beats(const struct tdg_scan *scan, const struct tdg_period_span *span, double rate,
                  double *least)
{
    if (!may_gain(scan, span, rate, *least + scan->penalty))
        return false;
    struct inside inside = look_inside(scan, span);
    double value = value_of(scan, span, &inside);
    if (!(value > *least))
        return false;
    *least = value;
    return true;
}

double tdg_scan_most(const struct tdg_scan *scan)
{
    double most = 0, rate = rate_of(scan);
    for (size_t h = 0; h < TDG_HINGES; h++)
        most = fmax(most, fabs(tdg_scan_slope(scan, h)));
    for (size_t i = 0; i < scan->span_count; i++)
        beats(scan, &scan->spans[i], rate, &most);
    return most;
}

const struct tdg_period_span *tdg_scan_best(const struct tdg_scan *scan, bool burst)
{
    const struct tdg_period_span *best = NULL;
    double most = -HUGE_VAL, rate = rate_of(scan);
    for (size_t i = 0; i < scan->span_count; i++)
        if (scan->spans[i].burst == burst && (beats(scan, &scan->spans[i], rate, &most) || !best))
            best = &scan->spans[i];
    return best;
}
