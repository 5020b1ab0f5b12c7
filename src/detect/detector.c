// SPDX-License-Identifier: GPL-3.0-or-later
/* A count of n articles out of a whole that it makes up a share s of has the variance n (1 - s).
 * Divided by 1 - s, counts have the variance of a Poisson count again: effective counts. */
#include "detect/detector.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "detect/bootstrap.h"
#include "detect/calibration.h"
#include "detect/common_factor.h"
#include "detect/family.h"
#include "detect/found.h"
#include "detect/latest.h"
#include "detect/scan.h"
#include "detect/shape.h"
#include "detect/spread.h"
#include "detect/weekday.h"

static const double least_rest = 0.02; /* 1 - share */
static const double least_rate = 0.01; /* of the usual: what is gone may come back */
static const double obvious = 20;      /* likelihood ratio, penalised, that needs no test */

enum { ROUNDS = 3 };

void tdg_finder_free(struct tdg_finder *finder)
{
    if (!finder)
        return;
    tdg_scan_done(&finder->scan);
    tdg_spreads_done(&finder->spreads);
    tdg_spreads_done(&finder->known);
    tdg_reference_done(&finder->reference);
    tdg_chance_done(&finder->chance);
    tdg_chance_done(&finder->latest_chance);
    tdg_found_list_done(&finder->suspects);
    free(finder->exposure);
    free(finder->count);
    free(finder->offset);
    free(finder->rest);
    free(finder->course);
    free(finder->scratch);
    free(finder->own);
    free(finder->spread);
    free(finder);
}

double tdg_rest_of(double originals, double whole)
{
    return fmax(least_rest, 1 - originals / whole);
}

static void reset_offset(struct tdg_finder *finder, size_t series)
{
    const struct tdg_family *family = &finder->family;
    const double *course = series < family->typical ? finder->course : family->richness;
    double *offset = finder->offset + series * family->periods;
    for (size_t t = 0; t < family->periods; t++)
        offset[t] =
            finder->exposure[t] * (course ? course[t] : 1) * tdg_family_mix(family, series, t);
    tdg_weekdays_expect(offset, finder->count + series * family->periods, family);
}

static void load_series(struct tdg_finder *finder, const double *count, size_t series)
{
    size_t periods = finder->family.periods, at = series * periods;
    double sum = 0, whole = 0;
    for (size_t t = 0; t < periods; t++) {
        sum += count[at + t];
        whole += finder->family.whole[t];
    }
    finder->rest[series] = tdg_rest_of(sum * tdg_family_density(&finder->family, series), whole);
    for (size_t t = 0; t < periods; t++)
        finder->count[at + t] = count[at + t] / finder->rest[series];
    reset_offset(finder, series);
    finder->own[series] = (struct tdg_spread){0, 0};
    if (sum > 0)
        finder->own[series] =
            tdg_spread_of(&finder->spreads, finder->count + at, finder->offset + at);
}

void tdg_finder_expect(struct tdg_finder *finder, const struct tdg_shape *shape, size_t series)
{
    size_t periods = finder->family.periods;
    double usual = fmax(shape->before, shape->after);
    for (size_t t = 0; t < periods; t++)
        finder->offset[series * periods + t] *= fmax(least_rate, tdg_shape_rate(shape, t) / usual);
}

/* The spread about obvious bursts, which the differences of neighbours take for scatter. */
static void settle_series(struct tdg_finder *finder, size_t series)
{
    size_t at = series * finder->family.periods;
    double spread = tdg_spread_moderated(&finder->spreads, &finder->own[series]);
    struct tdg_shape shapes[TDG_SHAPES];
    int round = 0;
    for (; finder->own[series].weight > 0 && round < ROUNDS; round++) {
        tdg_shapes_find(shapes, &finder->scan, finder->count + at, finder->offset + at, spread);
        if (shapes[0].move != TDG_BURST || tdg_scan_most(&finder->scan) < obvious)
            break;
        tdg_finder_expect(finder, &shapes[0], series);
    }
    if (round > 0)
        finder->own[series] =
            tdg_spread_of(&finder->spreads, finder->count + at, finder->offset + at);
    reset_offset(finder, series);
}

void tdg_finder_load(struct tdg_finder *finder, const double *count)
{
    tdg_typical_course(finder->course, count, finder->family.typical, finder->family.periods,
                       finder->exposure, finder->family.mix, finder->scratch);
    for (size_t i = 0; i < finder->family.series; i++)
        load_series(finder, count, i);
    tdg_spreads_pool(&finder->spreads, finder->own, finder->family.series);
    for (size_t i = 0; i < finder->family.series; i++)
        settle_series(finder, i);
    tdg_spreads_pool(&finder->spreads, finder->own, finder->family.series);
    for (size_t i = 0; i < finder->family.series; i++)
        finder->spread[i] = tdg_spread_moderated(&finder->spreads, &finder->own[i]);
}

static bool make_room(struct tdg_finder *finder)
{
    size_t series = finder->family.series, periods = finder->family.periods;
    finder->exposure = tdg_alloc(periods, sizeof *finder->exposure);
    finder->course = tdg_alloc(periods, sizeof *finder->course);
    finder->count = tdg_alloc(series, periods * sizeof *finder->count);
    finder->offset = tdg_alloc(series, periods * sizeof *finder->offset);
    finder->rest = tdg_alloc(series, sizeof *finder->rest);
    finder->scratch = tdg_alloc(series, 2 * sizeof *finder->scratch);
    finder->own = tdg_alloc(series, sizeof *finder->own);
    finder->spread = tdg_alloc(series, sizeof *finder->spread);
    return finder->exposure && finder->course && finder->count && finder->offset && finder->rest &&
           finder->scratch && finder->own && finder->spread;
}

static void expose(struct tdg_finder *finder)
{
    double mean = 0;
    for (size_t t = 0; t < finder->family.periods; t++)
        mean += finder->family.whole[t] / (double)finder->family.periods;
    for (size_t t = 0; t < finder->family.periods; t++)
        finder->exposure[t] = finder->family.whole[t] / mean;
}

static void remember(struct tdg_spreads *known, const struct tdg_spreads *spreads)
{
    known->common = spreads->common;
    known->between = spreads->between;
    known->freedom = spreads->freedom;
}

int tdg_finder_new(struct tdg_finder **finder, const struct tdg_family *family,
                   const struct tdg_finding_options *options)
{
    *finder = NULL;
    if (family->periods < TDG_FEWEST_PERIODS || family->series == 0)
        return TDG_OK;
    struct tdg_finder *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return TDG_ENOMEM;
    made->family = *family;
    made->options = *options;
    int status = make_room(made) ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_scan_new(&made->scan, family->periods);
    if (!status)
        status = tdg_spreads_new(&made->spreads, family->periods);
    if (!status)
        status = tdg_spreads_new(&made->known, family->periods);
    if (!status)
        status = tdg_reference_new(&made->reference, &made->scan, &made->known, made->exposure,
                                   options->seed);
    if (status) {
        tdg_finder_free(made);
        return status;
    }
    expose(made);
    tdg_finder_load(made, family->count);
    remember(&made->known, &made->spreads);
    *finder = made;
    return TDG_OK;
}

double tdg_finder_scatter(const struct tdg_finder *finder, size_t series, double whole)
{
    if (!finder)
        return 1;
    double share = (1 - finder->rest[series]) / tdg_family_density(&finder->family, series);
    return 1 + finder->spread[series] * whole * share / finder->rest[series];
}

double tdg_finder_spread(const struct tdg_finder *finder, size_t series)
{
    return finder->spread[series];
}

double tdg_finder_common_spread(const struct tdg_finder *finder)
{
    return finder->spreads.common;
}

struct tdg_latest tdg_finder_latest(const struct tdg_finder *finder)
{
    return (struct tdg_latest){.series = finder->family.series,
                               .periods = finder->family.periods,
                               .count = finder->family.count,
                               .whole = finder->family.whole,
                               .offset = finder->offset,
                               .mix = finder->family.mix,
                               .rest = finder->rest,
                               .spread = finder->spread,
                               .quiet = finder->family.quiet,
                               .typical = finder->family.typical,
                               .course = 1};
}
