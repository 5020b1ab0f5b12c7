// SPDX-License-Identifier: GPL-3.0-or-later
/* In rounds: each series is tested for any movement; where it moves, its best description becomes
 * what is expected of it, and the next round tests what is left. What is expected of a theme
 * follows the typical theme (detect/common_factor.h). */
#include "detect/tests.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "detect/bootstrap.h"
#include "detect/calibration.h"
#include "detect/family.h"
#include "detect/interval.h"
#include "detect/scan.h"
#include "detect/shape.h"
#include "detect/statistics.h"

enum { ROUNDS = 5, MIN_ARTICLES = 8 };

/* The evidence for one shape. */
static double value_of(const struct tdg_detector *detector, const struct tdg_shape *shape)
{
    if (!tdg_move_is_slope(shape->move)) {
        struct tdg_period_span span = {(uint32_t)shape->begin, (uint32_t)shape->end,
                                       shape->move == TDG_BURST};
        return tdg_scan_span(&detector->scan, &span);
    }
    for (size_t h = 0; h < TDG_HINGES; h++)
        if (detector->scan.hinge[h] == shape->begin)
            return fabs(tdg_scan_slope(&detector->scan, h));
    return 0;
}

/* By how much the plain share changed, the sources being the same: between the periods of a shape
 * and the others; of a slope, between its ends, as its second half is to what came before. */
static double plain_factor(const struct tdg_detector *detector, const struct tdg_shape *shape,
                           size_t series)
{
    const struct tdg_family *family = &detector->family;
    bool slope = tdg_move_is_slope(shape->move);
    size_t begin = slope ? shape->begin + (shape->end - shape->begin) / 2 : shape->begin;
    double count[2] = {0.5, 0.5}, whole[2] = {0};
    for (size_t t = 0; t < family->periods; t++) {
        bool inside = t >= begin && t < shape->end;
        count[inside] += family->count[series * family->periods + t];
        whole[inside] += family->whole[t] * tdg_family_mix(family, series, t);
    }
    double factor = count[1] / whole[1] / (count[0] / whole[0]);
    return slope ? factor * factor : factor;
}

/* Where all themes together follow a common_factor, the product of common_factor and level may be a
 * share that no series can have: nothing is expected of one beyond the highest share that it ever
 * had. */
static void measure(struct tdg_detection *found, const struct tdg_detector *detector,
                    const struct tdg_shape *shape, double spread)
{
    const struct tdg_family *family = &detector->family;
    size_t n = family->periods, at = found->series * n;
    double rest = detector->rest[found->series], whole = 0, ratio;
    double most = tdg_highest_share(family->count + at, family->whole, n);
    bool bounded = false, slope = tdg_move_is_slope(shape->move);
    for (size_t t = shape->begin; t < shape->end; t++) {
        double expected = detector->offset[at + t] * shape->before * rest;
        bounded |= expected > most * family->whole[t];
        found->observed += family->count[at + t];
        found->expected += fmin(expected, most * family->whole[t]);
        whole += family->whole[t];
    }
    found->factor = ratio = shape->before > 0 ? shape->after / shape->before : HUGE_VAL;
    found->before = found->expected / whole;
    found->after = slope ? found->before * ratio : found->observed / whole;
    if (slope && found->after > most) {
        found->after = most;
        bounded = true;
    }
    if (bounded && found->before > 0)
        found->factor = found->after / found->before;
    double mean = found->observed / (double)(shape->end - shape->begin) / rest;
    double scatter = 1 + spread * mean;
    struct tdg_interval interval =
        tdg_share_interval_of(found->observed / scatter, whole / scatter);
    found->low = interval.low;
    found->high = interval.high;
}

/* What a shape says about a series; whether that is large enough to be reported, beside the typical
 * theme and in plain shares. */
static bool judge(struct tdg_detection *found, const struct tdg_detector *detector,
                  const struct tdg_shape *shape, size_t series, double spread)
{
    *found = (struct tdg_detection){.series = series,
                                    .move = shape->move,
                                    .begin = shape->begin,
                                    .end = shape->end,
                                    .value = value_of(detector, shape)};
    measure(found, detector, shape, spread);
    return tdg_is_news(found, plain_factor(detector, shape, series));
}

/* Tests a series by the best description that is worth telling; found->p is at least 1/2 where
 * there is none. *certain: whether it moves at all, told or not. */
static int test(struct tdg_detection *found, struct tdg_shape *shape, double *certain,
                struct tdg_detector *detector, size_t series)
{
    size_t n = detector->family.periods;
    const double *count = detector->count + series * n, *offset = detector->offset + series * n;
    double spread = detector->spread[series], mean = 0;
    for (size_t t = 0; t < n; t++)
        mean += count[t] / (double)n;
    struct tdg_shape shapes[TDG_SHAPES];
    tdg_shapes_find(shapes, &detector->scan, count, offset, spread);
    bool large = false;
    for (size_t i = 0; i < TDG_SHAPES && !large; i++) {
        large = judge(found, detector, &shapes[i], series, spread);
        *shape = shapes[i];
    }
    if (!large) {
        judge(found, detector, &shapes[0], series, spread);
        *shape = shapes[0];
    }
    int status = tdg_bootstrap_p(&detector->reference, found->value, mean, spread, &found->p);
    *certain = found->certain = found->p;
    if (!large)
        found->p = fmax(found->p, 0.5);
    return status;
}

static double articles_of(const struct tdg_detector *detector, size_t series)
{
    double sum = 0;
    for (size_t t = 0; t < detector->family.periods; t++)
        sum += detector->count[series * detector->family.periods + t] * detector->rest[series];
    return sum;
}

/* After a movement in the same direction a slope is only what is left of that; against it, it is
 * news: what had risen falls again. */
static bool is_echo(const struct tdg_detection *found, const struct tdg_detection *before,
                    size_t count)
{
    bool echo = false;
    for (size_t i = 0; i < count; i++)
        echo |= tdg_move_is_slope(found->move) && (found->factor > 1) == (before[i].factor > 1);
    return echo;
}

/* All tests of one series. */
static int test_series(struct tdg_detection_list *tests, struct tdg_detector *detector,
                       size_t series)
{
    struct tdg_detection found;
    struct tdg_shape shape;
    double sure = detector->options.level / (double)detector->family.series;
    if (articles_of(detector, series) < MIN_ARTICLES)
        return TDG_OK;
    for (size_t round = 0; round < ROUNDS; round++) {
        double certain;
        int status = test(&found, &shape, &certain, detector, series);
        if (!status && round > 0 && is_echo(&found, tests->items + tests->count - round, round))
            found.p = fmax(found.p, 0.5);
        if (!status)
            status = tdg_detection_list_append(tests, &found);
        if (status || certain > sure)
            return status;
        tdg_detector_expect(detector, &shape, series);
    }
    return TDG_OK;
}

int tdg_tests_run(struct tdg_detection_list *tests, struct tdg_detector *detector)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < detector->family.series; i++)
        if (!tdg_family_is_quiet(&detector->family, i))
            status = test_series(tests, detector, i);
    for (size_t i = 0; i < tests->count; i++)
        tests->items[i].p = tdg_calibration_p(&detector->chance, tests->items[i].p);
    return status;
}
