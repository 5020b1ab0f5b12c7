// SPDX-License-Identifier: GPL-3.0-or-later
/* A count of n articles out of a whole that it makes up a share s of has the variance n (1 - s).
 * Divided by 1 - s, counts have the variance of a Poisson count again: effective counts. */
#include "detect/detector.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "detect/common_factor.h"
#include "detect/weekday.h"

static const double min_rest = 0.02; /* 1 - share */
static const double min_rate = 0.01; /* of the usual: what is gone may come back */
static const double obvious = 20;    /* likelihood ratio, penalised, that needs no test */

enum { ROUNDS = 3 };

void tdg_detector_free(struct tdg_detector *detector)
{
    if (!detector)
        return;
    tdg_scan_done(&detector->scan);
    tdg_spreads_done(&detector->spreads);
    tdg_spreads_done(&detector->known);
    tdg_bootstrap_done(&detector->reference);
    tdg_calibration_done(&detector->chance);
    tdg_calibration_done(&detector->latest_chance);
    tdg_detection_list_done(&detector->candidates);
    free(detector->exposure);
    free(detector->count);
    free(detector->offset);
    free(detector->rest);
    free(detector->common_factor);
    free(detector->scratch);
    free(detector->own);
    free(detector->spread);
    free(detector);
}

double tdg_rest_of(double originals, double whole)
{
    return fmax(min_rest, 1 - originals / whole);
}

static void reset_offset(struct tdg_detector *detector, size_t series)
{
    const struct tdg_family *family = &detector->family;
    const double *common_factor =
        series < family->typical ? detector->common_factor : family->doc_length;
    double *offset = detector->offset + series * family->periods;
    for (size_t t = 0; t < family->periods; t++)
        offset[t] = detector->exposure[t] * (common_factor ? common_factor[t] : 1) *
                    tdg_family_mix(family, series, t);
    tdg_weekdays_expect(offset, detector->count + series * family->periods, family);
}

static void load_series(struct tdg_detector *detector, const double *count, size_t series)
{
    size_t periods = detector->family.periods, at = series * periods;
    double sum = 0, whole = 0;
    for (size_t t = 0; t < periods; t++) {
        sum += count[at + t];
        whole += detector->family.whole[t];
    }
    detector->rest[series] =
        tdg_rest_of(sum * tdg_family_density(&detector->family, series), whole);
    for (size_t t = 0; t < periods; t++)
        detector->count[at + t] = count[at + t] / detector->rest[series];
    reset_offset(detector, series);
    detector->own[series] = (struct tdg_spread){0, 0};
    if (sum > 0)
        detector->own[series] =
            tdg_spread_of(&detector->spreads, detector->count + at, detector->offset + at);
}

void tdg_detector_expect(struct tdg_detector *detector, const struct tdg_shape *shape,
                         size_t series)
{
    size_t periods = detector->family.periods;
    double usual = fmax(shape->before, shape->after);
    for (size_t t = 0; t < periods; t++)
        detector->offset[series * periods + t] *= fmax(min_rate, tdg_shape_rate(shape, t) / usual);
}

/* The spread about obvious bursts, which the differences of neighbours take for scatter. */
static void settle_series(struct tdg_detector *detector, size_t series)
{
    size_t at = series * detector->family.periods;
    double spread = tdg_spread_moderated(&detector->spreads, &detector->own[series]);
    struct tdg_shape shapes[TDG_SHAPES];
    int round = 0;
    for (; detector->own[series].weight > 0 && round < ROUNDS; round++) {
        tdg_shapes_find(shapes, &detector->scan, detector->count + at, detector->offset + at,
                        spread);
        if (shapes[0].move != TDG_BURST || tdg_scan_most(&detector->scan) < obvious)
            break;
        tdg_detector_expect(detector, &shapes[0], series);
    }
    if (round > 0)
        detector->own[series] =
            tdg_spread_of(&detector->spreads, detector->count + at, detector->offset + at);
    reset_offset(detector, series);
}

void tdg_detector_load(struct tdg_detector *detector, const double *count)
{
    tdg_common_factor(detector->common_factor, count, detector->family.typical,
                      detector->family.periods, detector->exposure, detector->family.mix,
                      detector->scratch);
    for (size_t i = 0; i < detector->family.series; i++)
        load_series(detector, count, i);
    tdg_spreads_pool(&detector->spreads, detector->own, detector->family.series);
    for (size_t i = 0; i < detector->family.series; i++)
        settle_series(detector, i);
    tdg_spreads_pool(&detector->spreads, detector->own, detector->family.series);
    for (size_t i = 0; i < detector->family.series; i++)
        detector->spread[i] = tdg_spread_moderated(&detector->spreads, &detector->own[i]);
}

static bool make_room(struct tdg_detector *detector)
{
    size_t series = detector->family.series, periods = detector->family.periods;
    detector->exposure = tdg_alloc(periods, sizeof *detector->exposure);
    detector->common_factor = tdg_alloc(periods, sizeof *detector->common_factor);
    detector->count = tdg_alloc(series, periods * sizeof *detector->count);
    detector->offset = tdg_alloc(series, periods * sizeof *detector->offset);
    detector->rest = tdg_alloc(series, sizeof *detector->rest);
    detector->scratch = tdg_alloc(series, 2 * sizeof *detector->scratch);
    detector->own = tdg_alloc(series, sizeof *detector->own);
    detector->spread = tdg_alloc(series, sizeof *detector->spread);
    return detector->exposure && detector->common_factor && detector->count && detector->offset &&
           detector->rest && detector->scratch && detector->own && detector->spread;
}

static void expose(struct tdg_detector *detector)
{
    double mean = 0;
    for (size_t t = 0; t < detector->family.periods; t++)
        mean += detector->family.whole[t] / (double)detector->family.periods;
    for (size_t t = 0; t < detector->family.periods; t++)
        detector->exposure[t] = detector->family.whole[t] / mean;
}

static void remember(struct tdg_spreads *known, const struct tdg_spreads *spreads)
{
    known->common = spreads->common;
    known->between = spreads->between;
    known->freedom = spreads->freedom;
}

int tdg_detector_new(struct tdg_detector **detector, const struct tdg_family *family,
                     const struct tdg_finding_options *options)
{
    *detector = NULL;
    if (family->periods < TDG_MIN_PERIODS || family->series == 0)
        return TDG_OK;
    struct tdg_detector *made = tdg_alloc(1, sizeof *made);
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
        status = tdg_bootstrap_new(&made->reference, &made->scan, &made->known, made->exposure,
                                   options->seed);
    if (status) {
        tdg_detector_free(made);
        return status;
    }
    expose(made);
    tdg_detector_load(made, family->count);
    remember(&made->known, &made->spreads);
    *detector = made;
    return TDG_OK;
}

double tdg_detector_scatter(const struct tdg_detector *detector, size_t series, double whole)
{
    if (!detector)
        return 1;
    double share = (1 - detector->rest[series]) / tdg_family_density(&detector->family, series);
    return 1 + detector->spread[series] * whole * share / detector->rest[series];
}

double tdg_detector_spread(const struct tdg_detector *detector, size_t series)
{
    return detector->spread[series];
}

double tdg_detector_common_spread(const struct tdg_detector *detector)
{
    return detector->spreads.common;
}

struct tdg_latest tdg_detector_latest(const struct tdg_detector *detector)
{
    return (struct tdg_latest){.series = detector->family.series,
                               .periods = detector->family.periods,
                               .count = detector->family.count,
                               .whole = detector->family.whole,
                               .offset = detector->offset,
                               .mix = detector->family.mix,
                               .rest = detector->rest,
                               .spread = detector->spread,
                               .quiet = detector->family.quiet,
                               .typical = detector->family.typical,
                               .common_factor = 1};
}
