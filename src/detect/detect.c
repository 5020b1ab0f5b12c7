// SPDX-License-Identifier: GPL-3.0-or-later
/* From tests to discoveries: all p-values of all rounds are calibrated against what chance does
 * with the series, and go into one correction. */
#include "detect/detect.h"

#include <math.h>

#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "detect/calibration.h"
#include "detect/discovery.h"
#include "detect/permutation.h"
#include "detect/tests.h"

static int by_evidence(const void *left, const void *right)
{
    const struct tdg_detection *a = left, *b = right;
    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    if (a->series != b->series)
        return a->series < b->series ? -1 : 1;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

/* Themes with parents are one family, terms another, so that thousands of terms do not drown the
 * themes. The weights of the families add up to 1: then chance makes any finding at all in no more
 * runs than the level says (weighted Bonferroni over the families, Benjamini and Hochberg inside
 * each). */
static int keep_discoveries(struct tdg_detection_list *list, const struct tdg_detection_list *tests,
                            const struct tdg_detector *detector, bool small_ones)
{
    int status = TDG_ENOMEM;
    double level = detector->options.level, weight = detector->family.weight;
    double *p = tdg_alloc(tests->count, sizeof *p), *q = tdg_alloc(tests->count, sizeof *q);
    if (!p || !q)
        goto out;
    for (size_t i = 0; i < tests->count; i++)
        p[i] = small_ones ? tests->items[i].certain : tests->items[i].p;
    status = tdg_discoveries_adaptive(q, p, tests->count, level * weight);
    for (size_t i = 0; !status && i < tests->count; i++) {
        tests->items[i].q = fmin(1, q[i] / weight);
        if (tests->items[i].q <= level)
            status = tdg_detection_list_append(list, &tests->items[i]);
    }
out:
    free(p);
    free(q);
    return status;
}

static void correct(struct tdg_detection_list *tests, const struct tdg_calibration *chance)
{
    for (size_t i = 0; i < tests->count; i++)
        tests->items[i].p = tdg_calibration_p(chance, tests->items[i].p);
}

/* What the model of chance finds is taken out to see what chance does here, and the p-values are
 * corrected by that. With the sources held constant little scatter is left, and movements that are
 * certain but too small to be reported would pass for what chance does: they are taken out as well.
 */
static int calibrate(struct tdg_detector *detector, struct tdg_detection_list *tests)
{
    int status = keep_discoveries(&detector->candidates, tests, detector, detector->family.mix);
    if (!status)
        status = tdg_calibration_learn(detector);
    if (!status)
        correct(tests, &detector->chance);
    return status;
}

static int keep_in_order(struct tdg_detection_list *list, const struct tdg_detection_list *tests,
                         const struct tdg_detector *detector)
{
    struct tdg_detection_list kept = {0};
    int status = keep_discoveries(&kept, tests, detector, false);
    if (status) {
        tdg_detection_list_done(&kept);
        return status;
    }
    if (kept.count)
        qsort(kept.items, kept.count, sizeof *kept.items, by_evidence);
    kept.tests = tests->count;
    *list = kept;
    return TDG_OK;
}

int tdg_detect(struct tdg_detection_list *list, struct tdg_detection_list *latest,
               struct tdg_detector *detector)
{
    struct tdg_detection_list tests = {0}, recent = {0};
    struct tdg_latest series;
    int status = TDG_OK;
    if (!detector)
        return TDG_OK;
    series = tdg_detector_latest(detector);
    if (latest) /* before anything else is expected than the usual */
        status = tdg_latest_test(&recent, &series, series.periods - 1);
    if (!status)
        status = tdg_tests_run(&tests, detector);
    if (!status && !detector->chance.known)
        status = calibrate(detector, &tests);
    correct(&recent, &detector->latest_chance);
    if (!status)
        status = keep_in_order(list, &tests, detector);
    if (!status && latest && keep_in_order(latest, &recent, detector)) {
        tdg_detection_list_done(list);
        status = TDG_ENOMEM;
    }
    tdg_detection_list_done(&tests);
    tdg_detection_list_done(&recent);
    return status;
}

int tdg_latest_find(struct tdg_detection_list *list, const struct tdg_latest *latest,
                    const struct tdg_detector *detector)
{
    struct tdg_detection_list tests = {0};
    if (!detector)
        return TDG_OK;
    int status = tdg_latest_test(&tests, latest, latest->periods - 1);
    correct(&tests, &detector->latest_chance);
    if (!status)
        status = keep_in_order(list, &tests, detector);
    tdg_detection_list_done(&tests);
    return status;
}

/* Alone among m tests, a p-value of level / m is a discovery (Benjamini and Hochberg 1995). More
 * articles are never less sure. */
int tdg_latest_least(size_t *least, const struct tdg_detector *detector)
{
    size_t series = detector->family.series;
    struct tdg_latest latest = tdg_detector_latest(detector);
    size_t at = latest.periods - 1, all = (size_t)latest.whole[at];
    double most = detector->options.level * detector->family.weight / (double)series;
    double common_factor;
    int status = tdg_latest_common_factor(&common_factor, &latest, at);
    for (size_t s = 0; !status && s < series; s++) {
        size_t low = 0, high = all + 1; /* low is not enough, high is */
        while (high - low > 1) {
            size_t now = low + (high - low) / 2;
            struct tdg_detection found = tdg_latest_if(&latest, s, at, common_factor, (double)now);
            bool seen =
                found.factor > 1 && tdg_calibration_p(&detector->latest_chance, found.p) <= most;
            *(seen ? &high : &low) = now;
        }
        least[s] = high <= all ? high : 0;
    }
    return status;
}
