// SPDX-License-Identifier: GPL-3.0-or-later
/* The check on all of the above, with as few assumptions as can be: what was found is taken out of
 * the series, then blocks of periods change places, the same ones for all series (Politis and
 * Romano, "A circular block-resampling procedure", 1992; here without replacement). What is left
 * scatters and hangs together as the news itself does, but nothing moves for good.
 *
 * A finding is taken out of counts by chance, not by division, which would leave them less
 * scattered than they were: of the articles above the usual each is dropped with the probability
 * that thins them to the usual, and below the usual Poisson counts are added. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>

#include "base/memory.h"
#include "base/random.h"
#include "trend/finder.h"
#include "trend/statistics.h"

enum { BLOCK = 4, FEWEST_BLOCKS = 6 };

static const uint64_t stream = 0x6e756c6cU;

/* count / usual count, as the finding has it. */
static double rate_of(const struct tdg_found *found, size_t t)
{
    double factor = fmin(found->factor, 1e6);
    if (!tdg_move_is_slope(found->move))
        return t >= found->begin && t < found->end ? factor : 1;
    double length = fmax(1, (double)(found->end - 1 - found->begin));
    return t > found->begin ? pow(factor, (double)(t - found->begin) / length) : 1;
}

/* exposure: [n] what is expected of a series that does not move, up to a factor. */
static void level(double *count, gsl_rng *random, const double *exposure, size_t n,
                  const struct tdg_found *found)
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

/* The family with its periods in that order. */
static void reorder(struct tdg_finder *finder, double *count, const double *flat,
                    const size_t *order)
{
    size_t n = finder->family.periods;
    for (size_t i = 0; i < finder->family.series; i++)
        for (size_t t = 0; t < n; t++)
            count[i * n + t] = flat[i * n + order[t]];
}

/* Scratch for the runs. */
struct work {
    double *flat, *flat_whole; /* without what was found */
    double *count, *whole, *exposure;
    double *typical; /* exposure of a theme like the typical one */
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
        .typical = tdg_alloc(n, sizeof *work->typical),
        .order = tdg_alloc(n, sizeof *work->order),
        .blocks = tdg_alloc(n, sizeof *work->blocks),
    };
    return work->flat && work->flat_whole && work->count && work->whole && work->exposure &&
           work->typical && work->order && work->blocks;
}

static void free_room(struct work *work)
{
    free(work->flat);
    free(work->flat_whole);
    free(work->count);
    free(work->whole);
    free(work->exposure);
    free(work->typical);
    free(work->order);
    free(work->blocks);
}

static void flatten(struct work *work, const struct tdg_finder *finder,
                    const struct tdg_found_list *found, gsl_rng *random)
{
    size_t n = finder->family.periods;
    for (size_t i = 0; i < finder->family.series * n; i++)
        work->flat[i] = finder->family.count[i];
    for (size_t i = 0; i < found->count; i++)
        level(work->flat + found->items[i].series * n, random,
              found->items[i].series < finder->family.typical ? work->typical : finder->exposure, n,
              &found->items[i]);
    for (size_t t = 0; t < n; t++) {
        work->flat_whole[t] = finder->family.whole[t];
        for (size_t i = 0; i < finder->family.typical; i++)
            work->flat_whole[t] += work->flat[i * n + t] - finder->family.count[i * n + t];
    }
}

/* One run: the finder sees the reordered family for as long as it looks. */
static int look(struct tdg_null *null, struct tdg_finder *finder, struct work *work,
                gsl_rng *random)
{
    struct tdg_family given = finder->family;
    struct tdg_found_list found = {0};
    double *exposure = finder->exposure;
    shuffle(work->order, work->blocks, given.periods, null->block, random);
    reorder(finder, work->count, work->flat, work->order);
    double mean = 0;
    for (size_t t = 0; t < given.periods; t++) {
        work->whole[t] = fmax(1, work->flat_whole[work->order[t]]);
        mean += work->whole[t] / (double)given.periods;
    }
    for (size_t t = 0; t < given.periods; t++)
        work->exposure[t] = work->whole[t] / mean;
    finder->family.count = work->count;
    finder->family.whole = work->whole;
    finder->family.weekday = NULL;
    finder->exposure = work->exposure;
    tdg_finder_load(finder, work->count);
    int status = tdg_findings_find(&found, finder);
    finder->family = given;
    finder->exposure = exposure;
    null->runs++;
    null->runs_with += found.count > 0;
    null->findings += found.count;
    tdg_found_list_done(&found);
    return status;
}

int tdg_findings_null(struct tdg_null *null, struct tdg_finder *finder,
                      const struct tdg_found_list *found, size_t runs)
{
    struct work work = {0};
    if (!finder)
        return TDG_OK;
    size_t n = finder->family.periods;
    gsl_rng *random = tdg_random_new(finder->options.seed, stream);
    int status = random && make_room(&work, &finder->family) ? TDG_OK : TDG_ENOMEM;
    null->block = GSL_MAX((size_t)1, GSL_MIN((size_t)BLOCK, n / FEWEST_BLOCKS));
    for (size_t t = 0; !status && t < n; t++)
        work.typical[t] = finder->exposure[t] * finder->course[t];
    for (size_t run = 0; !status && run < runs; run++) {
        flatten(&work, finder, found, random);
        status = look(null, finder, &work, random);
    }
    tdg_finder_load(finder, finder->family.count);
    free_room(&work);
    if (random)
        gsl_rng_free(random);
    return status;
}
