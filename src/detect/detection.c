// SPDX-License-Identifier: GPL-3.0-or-later
/* From tests to discoveries: all p-values of all rounds are calibrated against what chance does
 * with the series, and go into one correction. */
#include "detect/detection.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "detect/calibration.h"
#include "detect/detector.h"
#include "detect/discovery.h"
#include "detect/found.h"
#include "detect/latest.h"
#include "detect/permutation.h"
#include "detect/tests.h"

static int by_evidence(const void *left, const void *right)
{
    const struct tdg_found *a = left, *b = right;
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
static int keep_discoveries(struct tdg_found_list *list, const struct tdg_found_list *tests,
                            const struct tdg_finder *finder, bool small_ones)
{
    int status = TDG_ENOMEM;
    double level = finder->options.level, weight = finder->family.weight;
    double *p = tdg_alloc(tests->count, sizeof *p), *q = tdg_alloc(tests->count, sizeof *q);
    if (!p || !q)
        goto out;
    for (size_t i = 0; i < tests->count; i++)
        p[i] = small_ones ? tests->items[i].certain : tests->items[i].p;
    status = tdg_discoveries_adaptive(q, p, tests->count, level * weight);
    for (size_t i = 0; !status && i < tests->count; i++) {
        tests->items[i].q = fmin(1, q[i] / weight);
        if (tests->items[i].q <= level)
            status = tdg_found_list_append(list, &tests->items[i]);
    }
out:
    free(p);
    free(q);
    return status;
}

static void correct(struct tdg_found_list *tests, const struct tdg_chance *chance)
{
    for (size_t i = 0; i < tests->count; i++)
        tests->items[i].p = tdg_chance_p(chance, tests->items[i].p);
}

/* What the model of chance finds is taken out to see what chance does here, and the p-values are
 * corrected by that. With the sources held constant little scatter is left, and movements that are
 * certain but too small to be told would pass for what chance does: they are taken out as well. */
static int calibrate(struct tdg_finder *finder, struct tdg_found_list *tests)
{
    int status = keep_discoveries(&finder->suspects, tests, finder, finder->family.mix);
    if (!status)
        status = tdg_chance_learn(finder);
    if (!status)
        correct(tests, &finder->chance);
    return status;
}

static int keep_in_order(struct tdg_found_list *list, const struct tdg_found_list *tests,
                         const struct tdg_finder *finder)
{
    struct tdg_found_list kept = {0};
    int status = keep_discoveries(&kept, tests, finder, false);
    if (status) {
        tdg_found_list_done(&kept);
        return status;
    }
    if (kept.count)
        qsort(kept.items, kept.count, sizeof *kept.items, by_evidence);
    kept.tests = tests->count;
    *list = kept;
    return TDG_OK;
}

int tdg_findings_find(struct tdg_found_list *list, struct tdg_found_list *latest,
                      struct tdg_finder *finder)
{
    struct tdg_found_list tests = {0}, recent = {0};
    struct tdg_latest series;
    int status = TDG_OK;
    if (!finder)
        return TDG_OK;
    series = tdg_finder_latest(finder);
    if (latest) /* before anything else is expected than the usual */
        status = tdg_latest_test(&recent, &series, series.periods - 1);
    if (!status)
        status = tdg_findings_test(&tests, finder);
    if (!status && !finder->chance.known)
        status = calibrate(finder, &tests);
    correct(&recent, &finder->latest_chance);
    if (!status)
        status = keep_in_order(list, &tests, finder);
    if (!status && latest && keep_in_order(latest, &recent, finder)) {
        tdg_found_list_done(list);
        status = TDG_ENOMEM;
    }
    tdg_found_list_done(&tests);
    tdg_found_list_done(&recent);
    return status;
}

int tdg_latest_find(struct tdg_found_list *list, const struct tdg_latest *latest,
                    const struct tdg_finder *finder)
{
    struct tdg_found_list tests = {0};
    if (!finder)
        return TDG_OK;
    int status = tdg_latest_test(&tests, latest, latest->periods - 1);
    correct(&tests, &finder->latest_chance);
    if (!status)
        status = keep_in_order(list, &tests, finder);
    tdg_found_list_done(&tests);
    return status;
}
