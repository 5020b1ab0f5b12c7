// SPDX-License-Identifier: GPL-3.0-or-later
/* Spherical k-means (Dhillon and Modha 2001): Lloyd's iterations on the cosine.
 *
 * Most of what a start gains, it gains in its first iterations. So every start runs for a few, and
 * only the most promising ones run to the end. */
#include "cluster/kmeans.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/progress.h"

enum {
    CHUNK = 256,
    SHORT_RUN = 8, /* iterations of every start */
    FINALISTS = 3, /* starts that run to the end */
};

/* A smaller relative gain of the objective is not worth an iteration. */
static const double LEAST_GAIN = 1e-6;

/* Scratch of the runs, one after the other. */
struct run {
    const struct tdg_points *points;
    struct tdg_steps *steps;
    struct tdg_centroids centroids;
    uint32_t *group; /* [points] of the partition that is being moved */
    float *cosine;   /* [points] with its group's centroid */
    float *score;    /* [workers][stride] */
    struct gain {
        double cosine; /* sum */
        size_t moved;
    } * gain;     /* [chunks] */
    size_t *size; /* [groups] */
};

static uint32_t nearest(const float *score, uint32_t groups)
{
    uint32_t best = 0;
    for (uint32_t g = 1; g < groups; g++)
        if (score[g] > score[best])
            best = g;
    return best;
}

static int assign_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct run *run = context;
    float *score = run->score + chunk->worker * run->centroids.stride;
    struct gain gain = {0};
    for (size_t p = chunk->begin; p < chunk->end; p++) {
        tdg_centroids_score(&run->centroids, run->points->rows, run->points->row[p], score);
        uint32_t group = nearest(score, run->centroids.groups);
        gain.moved += group != run->group[p];
        gain.cosine += (double)score[group];
        run->group[p] = group;
        run->cosine[p] = score[group];
    }
    run->gain[chunk->index] = gain;
    return TDG_OK;
}

/* The worst-placed point whose group can spare it, the first of equal ones; TDG_NONE for none. */
static uint32_t worst_placed(const struct run *run)
{
    uint32_t worst = TDG_NONE;
    for (uint32_t p = 0; p < run->points->count; p++)
        if (run->size[run->group[p]] > 1 &&
            (worst == TDG_NONE || run->cosine[p] < run->cosine[worst]))
            worst = p;
    return worst;
}

/* Gives every empty group the worst-placed point. That never lowers the objective: with s the sum
 * of a group, ‖s - x‖ + ‖x‖ ≥ ‖s‖. Returns the number of points that were moved. */
static size_t refill(struct run *run)
{
    uint32_t groups = run->centroids.groups;
    size_t moved = 0;
    memset(run->size, 0, groups * sizeof *run->size);
    for (size_t p = 0; p < run->points->count; p++)
        run->size[run->group[p]]++;
    for (uint32_t g = 0; g < groups; g++) {
        uint32_t point = run->size[g] ? TDG_NONE : worst_placed(run);
        if (point == TDG_NONE)
            continue;
        run->size[run->group[point]]--;
        run->size[g]++;
        run->group[point] = g;
        run->cosine[point] = 1;
        moved++;
    }
    return moved;
}

/* One iteration: new centroids, then every point to its nearest. */
static int iterate(struct run *run, struct tdg_partition *partition)
{
    size_t count = run->points->count, moved = 0;
    double sum = 0;
    const struct tdg_steps *steps = run->steps;
    int status = tdg_progress(steps->monitor, "cluster", steps->done, steps->total);
    run->group = partition->group;
    if (!status)
        status = tdg_centroids_sum(&run->centroids, run->points, partition->group);
    if (!status)
        status = tdg_workers_run(run->points->workers, count, CHUNK, assign_chunk, run);
    if (status)
        return status;
    for (size_t chunk = 0; chunk < tdg_chunk_count(count, CHUNK); chunk++) {
        sum += run->gain[chunk].cosine;
        moved += run->gain[chunk].moved;
    }
    moved += refill(run);
    double before = partition->objective;
    partition->objective = sum / (double)count;
    partition->settled =
        moved == 0 || (before > 0 && partition->objective - before < LEAST_GAIN * before);
    return TDG_OK;
}

static int advance(struct run *run, struct tdg_partition *partition, unsigned iterations)
{
    int status = TDG_OK;
    run->centroids.groups = partition->groups; /* fewer than planned where rows are the same */
    for (unsigned i = 0; !status && i < iterations && !partition->settled; i++)
        status = iterate(run, partition);
    run->steps->done++;
    return status;
}

static int run_init(struct run *run, const struct tdg_points *points,
                    const struct tdg_kmeans_plan *plan)
{
    *run = (struct run){.points = points, .steps = plan->steps};
    int status = tdg_centroids_init(&run->centroids, points->rows->columns, plan->groups);
    if (status)
        return status;
    run->cosine = tdg_alloc(points->count, sizeof *run->cosine);
    run->score =
        tdg_alloc(tdg_workers_count(points->workers), run->centroids.stride * sizeof *run->score);
    run->gain = tdg_alloc(tdg_chunk_count(points->count, CHUNK), sizeof *run->gain);
    run->size = tdg_alloc(plan->groups, sizeof *run->size);
    return run->cosine && run->score && run->gain && run->size ? TDG_OK : TDG_ENOMEM;
}

static void run_done(struct run *run)
{
    tdg_centroids_done(&run->centroids);
    free(run->cosine);
    free(run->score);
    free(run->gain);
    free(run->size);
}

size_t tdg_partition_steps(unsigned starts)
{
    return (size_t)starts + (starts < FINALISTS ? starts : FINALISTS);
}

void tdg_partition_done(struct tdg_partition *partition)
{
    free(partition->group);
    *partition = (struct tdg_partition){0};
}

/* Moves the last partition up to its place among the others: better ones first, earlier starts
 * first where two are equal, unused places last. */
static void rank_last(struct tdg_partition partitions[FINALISTS + 1])
{
    for (size_t i = FINALISTS; i > 0; i--) {
        struct tdg_partition last = partitions[i];
        if (partitions[i - 1].group && last.objective <= partitions[i - 1].objective)
            return;
        partitions[i] = partitions[i - 1];
        partitions[i - 1] = last;
    }
}

/* Makes room at the end and seeds it. */
static int begin_start(struct tdg_partition *partition, const struct tdg_points *points,
                       const struct tdg_kmeans_plan *plan, unsigned start)
{
    if (!partition->group)
        partition->group = tdg_alloc(points->count, sizeof *partition->group);
    if (!partition->group)
        return TDG_ENOMEM;
    partition->objective = 0;
    partition->settled = false;
    return tdg_seed(partition->group, &partition->groups, points, plan->groups, plan->seed, start);
}

/* The finalists come first in `partitions`; the last place is for the start that is tried. */
static int run_all(struct run *run, struct tdg_partition partitions[FINALISTS + 1],
                   const struct tdg_kmeans_plan *plan)
{
    unsigned brief = plan->iterations < SHORT_RUN ? plan->iterations : SHORT_RUN;
    int status = TDG_OK;
    for (unsigned start = 0; !status && start < plan->starts; start++) {
        status = begin_start(&partitions[FINALISTS], run->points, plan, start);
        if (!status)
            status = advance(run, &partitions[FINALISTS], brief);
        if (!status)
            rank_last(partitions);
    }
    for (size_t i = 0; !status && i < FINALISTS && partitions[i].group; i++)
        status = advance(run, &partitions[i], plan->iterations - brief);
    return status;
}

int tdg_partition_best(struct tdg_partition *partition, const struct tdg_points *points,
                       const struct tdg_kmeans_plan *plan)
{
    struct tdg_partition partitions[FINALISTS + 1] = {{0}};
    struct run run = {0};
    int status = run_init(&run, points, plan);
    if (!status)
        status = run_all(&run, partitions, plan);
    if (!status) {
        size_t winner = 0;
        for (size_t i = 1; i < FINALISTS && partitions[i].group; i++)
            if (partitions[i].objective > partitions[winner].objective)
                winner = i;
        *partition = partitions[winner];
        partitions[winner].group = NULL;
    }
    for (size_t i = 0; i <= FINALISTS; i++)
        free(partitions[i].group);
    run_done(&run);
    return status;
}
