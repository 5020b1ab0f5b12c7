// SPDX-License-Identifier: GPL-3.0-or-later
/* What chance does, with as few assumptions as can be: what the model finds is taken out of the
 * series, then blocks of periods change places, the same ones for all series (Politis and Romano,
 * "A circular block-resampling procedure", 1992; here without replacement). What is left scatters
 * and hangs together as the news itself does, but nothing moves for good.
 *
 * A finding is taken out of counts by chance, not by division, which would leave them less
 * scattered than they were: of the articles above the usual each is dropped with the probability
 * that thins them to the usual, and below the usual Poisson counts are added. */
#include "detect/permutation.h"

#include <math.h>
#include <stdbool.h>

#include <stdlib.h>

#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "base/random.h"
#include "detect/calibration.h"
#include "detect/detections.h"
#include "detect/latest.h"
#include "detect/scan.h"
#include "detect/shape.h"
#include "detect/tests.h"

enum { BLOCK = 4, DAYS = 14, MIN_BLOCKS = 6 };

/* Enough tests to know the tail of their p-values, in enough runs that no single order of the
 * blocks decides. */
enum { ENOUGH = 1500, MIN_RUNS = 10, TENTH = 10 };

static const uint64_t learning = 0x6368616eU;

/* count / usual count, as the finding has it. */
static double rate_of(const struct tdg_detection *found, size_t t)
{
    double factor = fmin(found->factor, 1e6);
    if (!tdg_move_is_slope(found->move))
        return t >= found->begin && t < found->end ? factor : 1;
    double length = fmax(1, (double)(found->end - 1 - found->begin));
    return t > found->begin ? pow(factor, (double)(t - found->begin) / length) : 1;
}

/* exposure: [n] what is expected of a series that does not move, up to a factor. */
static void level(double *count, gsl_rng *random, const double *exposure, size_t n,
                  const struct tdg_detection *found)
{
    bool lift = found->factor > 1 && found->move != TDG_BURST;
    double most = lift ? fmin(found->factor, 1e6) : 1; /* what is new is usual, as is the end */
    double usual = 0, whole = 0;
    for (size_t t = 0; t < n; t++) {
        usual += count[t];
        whole += exposure[t] * rate_of(found, t) / most;
    }
    usual = whole > 0 ? usual / whole : 0;
    for (size_t t = 0; t < n; t++) {
        double rate = rate_of(found, t) / most;
        if (rate > 1)
            count[t] = gsl_ran_binomial(random, 1 / rate, (unsigned)count[t]);
        else if (rate < 1)
            count[t] += gsl_ran_poisson(random, usual * exposure[t] * (1 - rate));
    }
}

/* order: [periods] the periods in the order of shuffled blocks, beginning anywhere. */
static void shuffle(size_t *order, size_t *blocks, size_t periods, size_t block, gsl_rng *random)
{
    size_t count = 0, next = 0;
    size_t start = gsl_rng_uniform_int(random, (unsigned long)periods);
    for (size_t t = 0; t < periods; t += block)
        blocks[count++] = t;
    gsl_ran_shuffle(random, blocks, count, sizeof *blocks);
    for (size_t b = 0; b < count; b++)
        for (size_t t = blocks[b]; t < blocks[b] + block && t < periods; t++)
            order[next++] = (t + start) % periods;
}

/* Scratch for the runs. */
struct work {
    double *flat, *flat_whole; /* without what was found */
    double *count, *whole, *exposure, *doc_length;
    unsigned *weekday;
    double *mix;     /* [series][periods] */
    double *density; /* [series] */
    bool *quiet;     /* [series] */
    double *typical; /* exposure of a theme like the typical one */
    double *usual;   /* of one series */
    size_t *order, *blocks;
};

static bool make_room(struct work *work, const struct tdg_family *family)
{
    size_t n = family->periods;
    *work = (struct work){
        .flat = tdg_alloc(family->series, n * sizeof *work->flat),
        .flat_whole = tdg_alloc(n, sizeof *work->flat_whole),
        .count = tdg_alloc(family->series, n * sizeof *work->count),
        .whole = tdg_alloc(n, sizeof *work->whole),
        .exposure = tdg_alloc(n, sizeof *work->exposure),
        .doc_length = tdg_alloc(n, sizeof *work->doc_length),
        .weekday = tdg_alloc(n, sizeof *work->weekday),
        .mix = tdg_alloc(family->mix ? family->series : 0, n * sizeof *work->mix),
        .density = tdg_alloc(family->series, sizeof *work->density),
        .quiet = tdg_alloc(family->series, sizeof *work->quiet),
        .typical = tdg_alloc(n, sizeof *work->typical),
        .usual = tdg_alloc(n, sizeof *work->usual),
        .order = tdg_alloc(n, sizeof *work->order),
        .blocks = tdg_alloc(n, sizeof *work->blocks),
    };
    return work->flat && work->flat_whole && work->count && work->whole && work->exposure &&
           work->doc_length && work->weekday && work->mix && work->density && work->quiet &&
           work->typical && work->usual && work->order && work->blocks;
}

static void free_room(struct work *work)
{
    free(work->flat);
    free(work->flat_whole);
    free(work->count);
    free(work->whole);
    free(work->exposure);
    free(work->doc_length);
    free(work->weekday);
    free(work->mix);
    free(work->density);
    free(work->quiet);
    free(work->typical);
    free(work->usual);
    free(work->order);
    free(work->blocks);
}

static void flatten(struct work *work, const struct tdg_detector *detector, gsl_rng *random)
{
    size_t n = detector->family.periods;
    const struct tdg_detection_list *found = &detector->candidates;
    for (size_t i = 0; i < detector->family.series * n; i++)
        work->flat[i] = detector->family.count[i];
    for (size_t i = 0; i < found->count; i++) {
        size_t series = found->items[i].series;
        bool typical = series < detector->family.typical;
        for (size_t t = 0; t < n; t++)
            work->usual[t] = (typical ? work->typical : detector->exposure)[t] *
                             tdg_family_mix(&detector->family, series, t);
        level(work->flat + series * n, random, work->usual, n, &found->items[i]);
    }
    for (size_t t = 0; t < n; t++) {
        work->flat_whole[t] = detector->family.whole[t];
        for (size_t i = 0; i < detector->family.typical; i++)
            work->flat_whole[t] += work->flat[i * n + t] - detector->family.count[i * n + t];
    }
}

/* The family as one run has it: every stride-th series from `first` on, in the order of periods. */
static struct tdg_family reorder(struct work *work, const struct tdg_family *given, size_t first,
                                 size_t stride)
{
    size_t n = given->periods;
    struct tdg_family family = *given;
    double mean = 0;
    for (size_t t = 0; t < n; t++) {
        work->whole[t] = fmax(1, work->flat_whole[work->order[t]]);
        mean += work->whole[t] / (double)n;
    }
    for (size_t t = 0; t < n; t++) {
        work->exposure[t] = work->whole[t] / mean;
        work->doc_length[t] = given->doc_length ? given->doc_length[work->order[t]] : 1;
        work->weekday[t] = given->weekday ? given->weekday[work->order[t]] : 0;
    }
    family.series = 0; /* what was levelled up by chance may be more than there is */
    for (size_t i = first; i < given->series; i += stride, family.series++) {
        work->density[family.series] = tdg_family_density(given, i);
        work->quiet[family.series] = tdg_family_is_quiet(given, i);
        for (size_t t = 0; t < n; t++) {
            work->count[family.series * n + t] =
                fmin(work->whole[t], work->flat[i * n + work->order[t]]);
            if (given->mix)
                work->mix[family.series * n + t] = given->mix[i * n + work->order[t]];
        }
    }
    family.count = work->count;
    family.mix = given->mix ? work->mix : NULL;
    family.density = given->mix ? work->density : NULL;
    family.quiet = given->quiet ? work->quiet : NULL;
    family.whole = work->whole;
    family.doc_length = given->doc_length ? work->doc_length : NULL;
    family.weekday = given->weekday ? work->weekday : NULL;
    return family;
}

/* The detector sees the shuffled family for as long as `see` looks. */
int tdg_permute(struct tdg_detector *detector, const struct tdg_permutation *plan,
                int (*see)(struct tdg_detector *detector, void *seen), void *seen)
{
    struct work work = {0};
    struct tdg_family given = detector->family;
    double *exposure = detector->exposure;
    size_t n = given.periods;
    gsl_rng *random = tdg_random_new(detector->options.seed, plan->stream);
    int status = random && make_room(&work, &given) ? TDG_OK : TDG_ENOMEM;
    for (size_t t = 0; !status && t < n; t++)
        work.typical[t] = exposure[t] * detector->common_factor[t];
    for (size_t run = 0; !status && run < plan->runs; run++) {
        flatten(&work, detector, random);
        shuffle(work.order, work.blocks, n, plan->block, random);
        detector->family = reorder(&work, &given, run % plan->stride, plan->stride);
        detector->exposure = work.exposure;
        tdg_detector_load(detector, work.count);
        status = see(detector, seen);
        detector->family = given;
        detector->exposure = exposure;
    }
    tdg_detector_load(detector, given.count);
    free_room(&work);
    if (random)
        gsl_rng_free(random);
    return status;
}

size_t tdg_permutation_block(const struct tdg_family *family)
{
    size_t longest = family->weekday ? DAYS : BLOCK;
    return GSL_MAX((size_t)1, GSL_MIN(longest, family->periods / MIN_BLOCKS));
}

/* What chance does with findings, and with single periods. */
struct tried {
    struct tdg_detection_list tests, latest;
};

/* Of the single periods no two share one of those that they are compared with. */
static int see_tests(struct tdg_detector *detector, void *seen)
{
    struct tried *tried = seen;
    struct tdg_latest latest = tdg_detector_latest(detector);
    int status = TDG_OK;
    for (size_t past = latest.periods; !status && past >= TDG_MIN_PERIODS;
         past -= GSL_MIN(past, (size_t)TDG_BASELINE + 1))
        status = tdg_latest_test(&tried->latest, &latest, past - 1);
    return status ? status : tdg_tests_run(&tried->tests, detector);
}

/* A movement too small to be a suspect stays, and gives its series small p-values in every run. So
 * of series that were seen often the tenth with the smallest ones is left out. Returns the mean
 * -log p beyond which that is, or INFINITY. mean: [series] out. */
static double too_moving(double *mean, const struct tdg_detection_list *tests, size_t series,
                         const struct tdg_permutation *plan)
{
    if (plan->stride > 1 || series < TENTH)
        return HUGE_VAL;
    size_t left = series - series / TENTH;
    double *sorted = mean + series;
    double *count = sorted;
    for (size_t i = 0; i < tests->count; i++) {
        mean[tests->items[i].series] += tdg_minus_log_p(tests->items[i].p);
        count[tests->items[i].series]++;
    }
    for (size_t i = 0; i < series; i++)
        mean[i] /= fmax(1, count[i]);
    for (size_t i = 0; i < series; i++)
        sorted[i] = mean[i];
    gsl_sort(sorted, 1, series);
    return sorted[left - 1];
}

/* Without the series that move by themselves. */
static int take_over(struct tdg_calibration *chance, const struct tdg_detection_list *tests,
                     const double *mean, double most)
{
    size_t kept = 0;
    double *log_p = tdg_alloc(tests->count, sizeof *log_p);
    if (!log_p)
        return TDG_ENOMEM;
    for (size_t i = 0; i < tests->count; i++)
        if (mean[tests->items[i].series] <= most)
            log_p[kept++] = tdg_minus_log_p(tests->items[i].p);
    tdg_calibration_set(chance, log_p, kept);
    return TDG_OK;
}

int tdg_calibration_learn(struct tdg_detector *detector)
{
    struct tried tried = {0};
    size_t series = detector->family.series;
    struct tdg_permutation plan = {.block = tdg_permutation_block(&detector->family),
                                   .stream = learning};
    plan.runs = GSL_MAX((size_t)MIN_RUNS, ENOUGH / series);
    plan.stride = GSL_MAX((size_t)1, series * plan.runs / ENOUGH);
    double *mean = tdg_alloc(series, 2 * sizeof *mean);
    int status = mean ? tdg_permute(detector, &plan, see_tests, &tried) : TDG_ENOMEM;
    double most = status ? 0 : too_moving(mean, &tried.tests, series, &plan);
    if (!status)
        status = take_over(&detector->chance, &tried.tests, mean, most);
    if (!status)
        status = take_over(&detector->latest_chance, &tried.latest, mean, most);
    free(mean);
    tdg_detection_list_done(&tried.tests);
    tdg_detection_list_done(&tried.latest);
    return status;
}
