// SPDX-License-Identifier: GPL-3.0-or-later
/* Greedy k-means++ (Arthur and Vassilvitskii 2007, section 5; 2 + ln k candidates as scikit-learn
 * has it). For rows of length 1 the squared distance is 2 (1 - cosine), so that drawing by
 * 1 - cosine is drawing by squared distance. */
#include <gsl/gsl_math.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "cluster/kmeans.h"

enum { MOST_TRIES = 8 };

/* Cosines of float rows miss 1 by less than this when the rows are the same. */
static const float SAME = 1e-5F;

struct seeding {
    const struct tdg_points *points;
    unsigned tries;  /* candidates a step, at most MOST_TRIES */
    float *distance; /* [points] to the nearest seed */
    double *running; /* [points] running sums of distance */
    float *trial;    /* [tries][points] distances if a candidate became a seed */
    size_t candidate[MOST_TRIES];
    double potential[MOST_TRIES]; /* sums of trial */
};

static int try_candidate(void *context, const struct tdg_chunk *chunk)
{
    struct seeding *seeding = context;
    size_t count = seeding->points->count;
    float *trial = seeding->trial + chunk->index * count;
    double potential = 0;
    tdg_points_compare(trial, seeding->points, seeding->candidate[chunk->index]);
    for (size_t p = 0; p < count; p++) {
        float distance = 1 - trial[p];
        if (distance < SAME)
            distance = 0;
        trial[p] = GSL_MIN(distance, seeding->distance[p]);
        potential += (double)trial[p];
    }
    seeding->potential[chunk->index] = potential;
    return TDG_OK;
}

/* The first point whose running sum is above `at`. As `at` is below the whole sum, the point has a
 * distance above 0 and is not yet a seed. */
static size_t draw(const struct seeding *seeding, double at)
{
    size_t low = 0, high = seeding->points->count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (seeding->running[middle] > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Draws candidates, keeps the one that leaves the smallest sum of distances (the first of equal
 * ones) as the next seed and updates the distances. */
static int add_seed(struct seeding *seeding, const gsl_rng *random, unsigned tries, size_t *seed)
{
    size_t count = seeding->points->count;
    for (unsigned t = 0; t < tries; t++)
        seeding->candidate[t] =
            draw(seeding, gsl_rng_uniform(random) * seeding->running[count - 1]);
    int status = tdg_workers_run(seeding->points->workers, tries, 1, try_candidate, seeding);
    if (status)
        return status;
    unsigned best = 0;
    for (unsigned t = 1; t < tries; t++)
        if (seeding->potential[t] < seeding->potential[best])
            best = t;
    memcpy(seeding->distance, seeding->trial + best * count, count * sizeof *seeding->distance);
    *seed = seeding->candidate[best];
    return TDG_OK;
}

/* Returns the whole sum. */
static double add_up(struct seeding *seeding)
{
    double sum = 0;
    for (size_t p = 0; p < seeding->points->count; p++)
        seeding->running[p] = sum += (double)seeding->distance[p];
    return sum;
}

static int allocate(struct seeding *seeding)
{
    size_t count = seeding->points->count;
    seeding->distance = tdg_alloc(count, sizeof *seeding->distance);
    seeding->running = tdg_alloc(count, sizeof *seeding->running);
    seeding->trial = tdg_alloc(count, seeding->tries * sizeof *seeding->trial);
    if (!seeding->distance || !seeding->running || !seeding->trial)
        return TDG_ENOMEM;
    for (size_t p = 0; p < count; p++)
        seeding->distance[p] = 2; /* more than any, and the same for all: the first is any point */
    return TDG_OK;
}

int tdg_seed(uint32_t *group, uint32_t *found, const struct tdg_points *points, uint32_t groups,
             uint64_t seed, uint64_t stream)
{
    struct seeding seeding = {.points = points};
    seeding.tries = GSL_MIN((unsigned)(2 + log((double)groups)), (unsigned)MOST_TRIES);
    gsl_rng *random = tdg_random_new(seed, stream);
    int status = random ? allocate(&seeding) : TDG_ENOMEM;
    for (size_t p = 0; p < points->count; p++)
        group[p] = TDG_NONE;
    uint32_t made = 0;
    for (; !status && made < groups && add_up(&seeding) > 0; made++) {
        size_t next = 0;
        status = add_seed(&seeding, random, made ? seeding.tries : 1, &next);
        if (!status)
            group[next] = made;
    }
    gsl_rng_free(random);
    free(seeding.distance);
    free(seeding.running);
    free(seeding.trial);
    if (!status)
        *found = made;
    return status;
}
