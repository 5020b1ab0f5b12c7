// SPDX-License-Identifier: GPL-3.0-or-later
/* How many groups? Partitions of a spread-out sample into more and more groups are judged by their
 * modularity on the graph of nearest neighbours (Newman and Girvan 2004). It climbs steeply to
 * about the true number and is then flat for long, and noisy; there what a reader can take in
 * decides: the more articles, the more themes. Measured on labelled corpora with 4 to 20 topics. */
#include <gsl/gsl_math.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "cluster/kmeans.h"

enum {
    SAMPLE = 4000,
    NEIGHBOURS = 10,
    STARTS = 3,
    ITERATIONS = 20,
    FEWEST_A_GROUP = 3, /* points, on average */
    MOST_TRIALS = 64,
};

struct trial {
    uint32_t groups;
    double modularity;
};

/* 1, 2, 3, … and then in steps of a fifth. */
static uint32_t next_size(uint32_t groups)
{
    return groups + GSL_MAX(1, groups / 5);
}

/* The number of themes one expects from the number of articles alone: 4 up to a thousand articles,
 * 12 for 10,000, 40 for 100,000. */
static double expected_groups(size_t articles)
{
    return GSL_MAX(4.0, sqrt((double)articles) / 8);
}

/* Modularity as a part of the best one, less a price for being far from what is expected: a
 * quarter for being e times as many or as few. */
static double worth(const struct trial *trial, double best, double expected)
{
    return trial->modularity / best - gsl_pow_2(log(trial->groups / expected)) / 4;
}

static uint32_t most_worth(const struct trial *trials, size_t count, double expected)
{
    double best = 0;
    for (size_t i = 0; i < count; i++)
        best = GSL_MAX(best, trials[i].modularity);
    if (best <= 0)
        return 1;
    size_t choice = 0;
    for (size_t i = 1; i < count; i++)
        if (worth(&trials[i], best, expected) > worth(&trials[choice], best, expected))
            choice = i;
    return trials[choice].groups;
}

static unsigned starts_of(const struct tdg_cluster_options *options)
{
    return GSL_MIN(options->starts, (unsigned)STARTS);
}

static int try_size(struct trial *trial, const struct tdg_points *points,
                    const struct tdg_neighbours *neighbours,
                    const struct tdg_cluster_options *options, struct tdg_steps *steps)
{
    struct tdg_kmeans_plan plan = {.groups = trial->groups,
                                   .starts = starts_of(options),
                                   .iterations = GSL_MIN(options->iterations, (unsigned)ITERATIONS),
                                   .seed = options->seed,
                                   .steps = steps};
    struct tdg_partition partition = {0};
    int status = tdg_partition_best(&partition, points, &plan);
    if (!status)
        status = tdg_neighbours_modularity(&trial->modularity, neighbours, partition.group,
                                           partition.groups);
    tdg_partition_done(&partition);
    return status;
}

int tdg_choose_groups(uint32_t *groups, const struct tdg_matrix *rows, const uint32_t *copy_of,
                      size_t articles, const struct tdg_cluster_options *options,
                      struct tdg_workers *workers, struct tdg_steps *steps)
{
    struct tdg_points points = {0};
    struct tdg_neighbours neighbours = {0};
    struct trial trials[MOST_TRIALS] = {{0}};
    size_t count = 0;
    int status = tdg_points_init(&points, rows, copy_of, SAMPLE, workers);
    if (!status)
        status = tdg_neighbours_find(&neighbours, &points, NEIGHBOURS);
    size_t most = GSL_MIN(points.count / FEWEST_A_GROUP, options->most_groups);
    for (uint32_t size = 2; size <= most && count < MOST_TRIALS; size = next_size(size))
        trials[count++].groups = size;
    steps->total += count * tdg_partition_steps(starts_of(options));
    for (size_t i = 0; !status && i < count; i++)
        status = try_size(&trials[i], &points, &neighbours, options, steps);
    if (!status)
        *groups = most_worth(trials, count, expected_groups(articles));
    tdg_neighbours_done(&neighbours);
    tdg_points_done(&points);
    return status;
}
