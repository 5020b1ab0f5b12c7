// SPDX-License-Identifier: GPL-3.0-or-later
/* A parametric bootstrap (Davison and Hinkley, "Bootstrap Methods and their Application", 1997,
 * section 4.2): negative binomial series without movement go through the very steps that the
 * real ones go through, their spread estimated again. How well the common spread is known counts,
 * too: each series gets another one, from its scaled inverse chi-square. Series of nearly the same
 * mean and spread share a distribution, whose random numbers belong to its cell, so that a p-value
 * does not depend on what else was asked. Beyond the 95th percentile the tail is exponential
 * (Knijnenburg et al., "Fewer permutations, more accurate P-values", 2009, with shape 0: a
 * likelihood ratio falls off like that). */
#include "detect/bootstrap.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "base/random.h"

/* Cells: means of 1.4^(i - 9), spreads of 2^(j/2 - 7.6). */
enum { MEANS = 60, MEAN_ORIGIN = 9, SPREADS = 24, MOST = 1500, FEWEST = 400, TAIL = 20 };

static const double mean_step = 1.4;
static const double spread_origin = 0.005;
static const double work = 3e6; /* spans looked at for one distribution */
static const double min_scale = 1.8;

struct tdg_spread_cell {
    double *most; /* [count] ascending; NULL: not yet made */
    size_t count;
    double scale; /* of the exponential tail */
};

int tdg_bootstrap_new(struct tdg_bootstrap *reference, struct tdg_scan *scan,
                      struct tdg_spreads *spreads, const double *exposure, uint64_t seed)
{
    struct tdg_spread_cell *cells = tdg_alloc((size_t)MEANS * SPREADS, sizeof *cells);
    if (!cells)
        return TDG_ENOMEM;
    *reference = (struct tdg_bootstrap){scan, spreads, exposure, seed, cells};
    return TDG_OK;
}

void tdg_bootstrap_done(struct tdg_bootstrap *reference)
{
    for (size_t i = 0; reference->cells && i < (size_t)MEANS * SPREADS; i++)
        free(reference->cells[i].most);
    free(reference->cells);
    *reference = (struct tdg_bootstrap){0};
}

static double draw(gsl_rng *random, double mean, double spread)
{
    if (spread > 1e-6)
        mean *= gsl_ran_gamma(random, 1 / spread, spread);
    return (double)gsl_ran_poisson(random, mean);
}

/* The most of one series without movement. */
static double simulate(struct tdg_bootstrap *reference, gsl_rng *random, double *count, double mean,
                       double spread)
{
    struct tdg_spreads *spreads = reference->spreads;
    double unknown = spreads->freedom / gsl_ran_chisq(random, spreads->freedom);
    double drawn = fmax(0, ((1 + spread * mean) * unknown - 1) / mean);
    double sum = 0;
    for (size_t t = 0; t < reference->scan->periods; t++)
        sum += count[t] = draw(random, mean * reference->exposure[t], drawn);
    if (!(sum > 0))
        return 0;
    struct tdg_spread own = tdg_spread_of(spreads, count, reference->exposure);
    tdg_scan_load(reference->scan, count, reference->exposure, tdg_spread_moderated(spreads, &own));
    return tdg_scan_most(reference->scan);
}

static int make(struct tdg_bootstrap *reference, struct tdg_spread_cell *cell, size_t i, size_t j)
{
    int status = TDG_ENOMEM;
    double mean = pow(mean_step, (double)i - MEAN_ORIGIN);
    double spread = fmax(0, spread_origin * pow(2, (double)j / 2) - spread_origin);
    double fits = work / (double)reference->scan->span_count;
    size_t count = (size_t)fmin(MOST, fmax(FEWEST, fits));
    gsl_rng *random = tdg_random_new(reference->seed, 0x7265660000U + i * SPREADS + j);
    double *series = tdg_alloc(reference->scan->periods, sizeof *series);
    double *most = tdg_alloc(count, sizeof *most);
    if (!random || !series || !most)
        goto out;
    for (size_t k = 0; k < count; k++)
        most[k] = simulate(reference, random, series, mean, spread);
    gsl_sort(most, 1, count);
    size_t tail = count / TAIL;
    double excess = 0;
    for (size_t k = count - tail; k < count; k++)
        excess += (most[k] - most[count - tail]) / (double)tail;
    /* With two standard errors of the scale added: in doubt it was chance. */
    double scale = excess * (1 + 2 / sqrt((double)tail));
    *cell = (struct tdg_spread_cell){most, count, fmax(min_scale, scale)};
    most = NULL;
    status = TDG_OK;
out:
    if (random)
        gsl_rng_free(random);
    free(series);
    free(most);
    return status;
}

static size_t index_of(double value, size_t count)
{
    return value <= 0 ? 0 : (size_t)fmin((double)count - 1, floor(value + 0.5));
}

int tdg_bootstrap_p(struct tdg_bootstrap *reference, double value, double mean, double spread,
                    double *p)
{
    size_t i = index_of(log(fmax(mean, 1e-3)) / log(mean_step) + MEAN_ORIGIN, MEANS);
    size_t j = index_of(2 * log2((spread + spread_origin) / spread_origin), SPREADS);
    struct tdg_spread_cell *cell = &reference->cells[i * SPREADS + j];
    int status = cell->most ? TDG_OK : make(reference, cell, i, j);
    if (status)
        return status;
    size_t tail = cell->count / TAIL, reached = 0;
    double border = cell->most[cell->count - tail];
    while (reached < cell->count && cell->most[cell->count - 1 - reached] >= value)
        reached++;
    *p = value > border ? (double)tail / (double)cell->count * exp(-(value - border) / cell->scale)
                        : (double)(reached + 1) / (double)(cell->count + 1);
    return TDG_OK;
}
