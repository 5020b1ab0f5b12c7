// SPDX-License-Identifier: GPL-3.0-or-later
/* From rows to groups: choose how many, fit, place every row, number the groups. */
#include "cluster/cluster.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "cluster/kmeans.h"

enum { CHUNK = 256 };

struct tdg_cluster_options tdg_cluster_defaults(void)
{
    return (struct tdg_cluster_options){
        .groups = 0,
        .most_groups = 40,
        .starts = 10,
        .iterations = 100,
        .seed = 1,
    };
}

void tdg_grouping_done(struct tdg_grouping *grouping)
{
    free(grouping->group);
    free(grouping->weight);
    free(grouping->second);
    free(grouping->second_weight);
    *grouping = (struct tdg_grouping){0};
}

struct placing {
    const struct tdg_centroids *centroids;
    const struct tdg_matrix *rows;
    const uint32_t *copy_of;
    struct tdg_grouping *grouping;
    float *score; /* [workers][stride] */
    double *sum;  /* [chunks] of the cosines of the fitted rows */
};

/* The two groups with the highest cosine, lower numbers first where cosines are equal. A group
 * without points (scale 0) takes no row. */
static void place_row(const struct placing *placing, size_t row, const float *score)
{
    struct tdg_grouping *grouping = placing->grouping;
    uint32_t best = TDG_NONE, second = TDG_NONE;
    for (uint32_t g = 0; g < placing->centroids->groups; g++) {
        if (!(placing->centroids->scale[g] > 0))
            continue;
        if (best == TDG_NONE || score[g] > score[best]) {
            second = best;
            best = g;
        } else if (second == TDG_NONE || score[g] > score[second]) {
            second = g;
        }
    }
    grouping->group[row] = best;
    grouping->weight[row] = best == TDG_NONE ? 0 : score[best];
    grouping->second[row] = second;
    grouping->second_weight[row] = second == TDG_NONE ? 0 : score[second];
}

static int place_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct placing *placing = context;
    const struct tdg_matrix *rows = placing->rows;
    float *score = placing->score + chunk->worker * placing->centroids->stride;
    double sum = 0;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        placing->grouping->group[i] = placing->grouping->second[i] = TDG_NONE;
        if (rows->begin[i] == rows->begin[i + 1] ||
            (placing->copy_of && placing->copy_of[i] != TDG_NONE))
            continue;
        tdg_centroids_score(placing->centroids, rows, i, score);
        place_row(placing, i, score);
        sum += (double)placing->grouping->weight[i];
    }
    placing->sum[chunk->index] = sum;
    return TDG_OK;
}

/* A copy of a copy stands with the first of them. */
static void place_copies(struct tdg_grouping *grouping, const uint32_t *copy_of)
{
    for (size_t i = 0; copy_of && i < grouping->rows; i++) {
        if (copy_of[i] == TDG_NONE)
            continue;
        size_t original = copy_of[i];
        while (copy_of[original] != TDG_NONE)
            original = copy_of[original];
        grouping->group[i] = grouping->group[original];
        grouping->weight[i] = grouping->weight[original];
        grouping->second[i] = grouping->second[original];
        grouping->second_weight[i] = grouping->second_weight[original];
    }
}

static int allocate_grouping(struct tdg_grouping *grouping, size_t rows)
{
    grouping->rows = rows;
    grouping->group = tdg_alloc(rows, sizeof *grouping->group);
    grouping->weight = tdg_alloc(rows, sizeof *grouping->weight);
    grouping->second = tdg_alloc(rows, sizeof *grouping->second);
    grouping->second_weight = tdg_alloc(rows, sizeof *grouping->second_weight);
    return grouping->group && grouping->weight && grouping->second && grouping->second_weight
               ? TDG_OK
               : TDG_ENOMEM;
}

/* Where a row goes depends on the row and the centroids alone, so identical rows go together. */
static int place_rows(struct tdg_grouping *grouping, const struct tdg_points *points,
                      const struct tdg_partition *partition, const uint32_t *copy_of)
{
    const struct tdg_matrix *rows = points->rows;
    struct tdg_centroids centroids = {0};
    size_t chunks = tdg_chunk_count(rows->rows, CHUNK);
    float *score = NULL;
    double *sum = tdg_alloc(chunks, sizeof *sum);
    int status =
        sum ? tdg_centroids_init(&centroids, rows->columns, partition->groups) : TDG_ENOMEM;
    if (status)
        goto out;
    score = tdg_alloc(tdg_workers_count(points->workers), centroids.stride * sizeof *score);
    status = score ? tdg_centroids_sum(&centroids, points, partition->group) : TDG_ENOMEM;
    if (status)
        goto out;
    struct placing placing = {&centroids, rows, copy_of, grouping, score, sum};
    status = tdg_workers_run(points->workers, rows->rows, CHUNK, place_chunk, &placing);
    if (status)
        goto out;
    for (size_t chunk = 0; chunk < chunks; chunk++)
        grouping->objective += sum[chunk];
    grouping->objective /= (double)points->count;
    grouping->groups = partition->groups;
out:
    tdg_centroids_done(&centroids);
    free(score);
    free(sum);
    return status;
}

static int fit(struct tdg_grouping *grouping, const struct tdg_points *points,
               const uint32_t *copy_of, const struct tdg_cluster_options *options,
               const struct tdg_monitor *monitor)
{
    struct tdg_steps steps = {monitor, 0, tdg_partition_steps(options->starts)};
    struct tdg_kmeans_plan plan = {.groups = options->groups,
                                   .starts = options->starts,
                                   .iterations = options->iterations,
                                   .seed = options->seed,
                                   .steps = &steps};
    struct tdg_partition partition = {0};
    int status = TDG_OK;
    if (!plan.groups)
        status = tdg_choose_groups(&plan.groups, points->rows, copy_of, points->count, options,
                                   points->workers, &steps);
    if (!status && plan.groups > points->count)
        plan.groups = (uint32_t)points->count;
    if (!status)
        status = tdg_partition_best(&partition, points, &plan);
    if (!status)
        status = tdg_progress(monitor, "cluster", steps.total, steps.total);
    if (!status)
        status = place_rows(grouping, points, &partition, copy_of);
    tdg_partition_done(&partition);
    return status;
}

static int check(const struct tdg_matrix *rows, const struct tdg_cluster_options *options,
                 struct tdg_error *error)
{
    if (rows->rows >= TDG_NONE)
        return tdg_fail(error, TDG_ELIMIT, "too many rows to cluster");
    if (options->starts == 0 || options->iterations == 0)
        return tdg_fail(error, TDG_EINVAL, "k-means needs at least one start and one iteration");
    if (options->groups == 0 && options->most_groups == 0)
        return tdg_fail(error, TDG_EINVAL, "the largest number of groups must be at least 1");
    return TDG_OK;
}

int tdg_cluster(struct tdg_grouping *grouping, const struct tdg_matrix *rows,
                const uint32_t *copy_of, const struct tdg_cluster_options *options,
                struct tdg_workers *workers, const struct tdg_monitor *monitor,
                struct tdg_error *error)
{
    int status = check(rows, options, error);
    if (status)
        return status;
    struct tdg_grouping made = {0};
    struct tdg_points points = {0};
    status = allocate_grouping(&made, rows->rows);
    if (!status)
        status = tdg_points_init(&points, rows, copy_of, 0, workers);
    if (!status && points.count)
        status = fit(&made, &points, copy_of, options, monitor);
    for (size_t i = 0; !status && !points.count && i < rows->rows; i++)
        made.group[i] = made.second[i] = TDG_NONE;
    if (!status) {
        place_copies(&made, copy_of);
        status = tdg_grouping_renumber(&made);
    }
    tdg_points_done(&points);
    if (status) {
        tdg_grouping_done(&made);
        return tdg_fail(error, status, "%s", tdg_status_text(status));
    }
    *grouping = made;
    return TDG_OK;
}
