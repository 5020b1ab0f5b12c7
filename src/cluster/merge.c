// SPDX-License-Identifier: GPL-3.0-or-later
/* From single rows to the leaves of the merge tree.
 *
 * The spherical Ward criterion: joining two clusters with the sums a and b loses |a| + |b| - |a +
 * b| of the objective Σ |sum of the members|. Here only clusters that neighbours of the graph
 * connect may join. In each round every cluster looks for the connected one at the least loss, and
 * where two choose each other they join: chance, threads and the order of the edges have no say.
 * The cheapest pair of all is always such a pair, so every round gets on. */
#include "cluster/merge.h"

#include <gsl/gsl_math.h>
#include <math.h>
#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "base/progress.h"
#include "base/workers.h"
#include "vector/vector.h"

enum {
    CHUNK = 256,
    LANES = 8,
};

typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

struct edge {
    uint32_t to;
    float loss; /* < 0: not known yet */
};

/* A cluster has the number of its first point; points are the fitted rows, in order. */
struct merging {
    const struct tdg_fit *fit;
    uint32_t columns;
    size_t width;        /* columns rounded up to whole vectors */
    float *sum;          /* [points][width] */
    double *length;      /* [points] of the sum */
    size_t *begin, *end; /* [points] edges of a cluster */
    struct edge *edge, *spare;
    uint32_t *alive; /* [count] numbers of the clusters, ascending */
    size_t count;
    uint32_t *best;   /* [points] TDG_NONE without an edge */
    float *loss;      /* [points] to the best one */
    uint32_t *size;   /* [points] rows in a cluster */
    uint32_t *into;   /* [points] the cluster that one has joined, else itself */
    uint32_t *joined; /* [points] the cluster that joined one in this round, or TDG_NONE */
    uint32_t *stamp;  /* [points] the last cluster, plus 1, that met this one as its neighbour */
};

static void merging_done(struct merging *merging)
{
    free(merging->sum);
    free(merging->length);
    free(merging->begin);
    free(merging->end);
    free(merging->edge);
    free(merging->spare);
    free(merging->alive);
    free(merging->best);
    free(merging->loss);
    free(merging->size);
    free(merging->into);
    free(merging->joined);
    free(merging->stamp);
}

static int allocate(struct merging *merging)
{
    size_t points = merging->fit->count, edges = 0;
    const struct tdg_matrix *graph = merging->fit->input->graph;
    edges = graph->begin[graph->rows];
    merging->sum = tdg_alloc(points, merging->width * sizeof *merging->sum);
    merging->length = tdg_alloc(points, sizeof *merging->length);
    merging->begin = tdg_alloc(points, sizeof *merging->begin);
    merging->end = tdg_alloc(points, sizeof *merging->end);
    merging->edge = tdg_alloc(edges, sizeof *merging->edge);
    merging->spare = tdg_alloc(edges, sizeof *merging->spare);
    merging->alive = tdg_alloc(points, sizeof *merging->alive);
    merging->best = tdg_alloc(points, sizeof *merging->best);
    merging->loss = tdg_alloc(points, sizeof *merging->loss);
    merging->size = tdg_alloc(points, sizeof *merging->size);
    merging->into = tdg_alloc(points, sizeof *merging->into);
    merging->joined = tdg_alloc(points, sizeof *merging->joined);
    merging->stamp = tdg_alloc(points, sizeof *merging->stamp);
    bool good = merging->sum && merging->length && merging->begin && merging->end &&
                merging->edge && merging->spare && merging->alive && merging->best &&
                merging->loss && merging->size && merging->into && merging->joined &&
                merging->stamp;
    return good ? TDG_OK : TDG_ENOMEM;
}

/* Lanes first, then the lanes in order: the same sum on any processor. linear.c says what GSL's
 * product costs. */
static double product(const float *a, const float *b, size_t width)
{
    lanes sum = {0};
    for (size_t c = 0; c < width; c += LANES) {
        lanes one, other;
        memcpy(&one, a + c, sizeof one);
        memcpy(&other, b + c, sizeof other);
        sum += one * other;
    }
    double all = 0;
    for (unsigned lane = 0; lane < LANES; lane++)
        all += (double)sum[lane];
    return all;
}

static float *sum_of(const struct merging *merging, uint32_t cluster)
{
    return merging->sum + cluster * merging->width;
}

static float join_loss(const struct merging *merging, uint32_t a, uint32_t b)
{
    double x = merging->length[a], y = merging->length[b];
    double xy = product(sum_of(merging, a), sum_of(merging, b), merging->width);
    double joined = sqrt(GSL_MAX(x * x + y * y + 2 * xy, 0.0));
    return (float)GSL_MAX(x + y - joined, 0.0);
}

static void measure(struct merging *merging, uint32_t cluster)
{
    const float *sum = sum_of(merging, cluster);
    merging->length[cluster] = sqrt(product(sum, sum, merging->width));
}

/* point[row] for the rows that take part. */
static int start(struct merging *merging)
{
    const struct tdg_fit *fit = merging->fit;
    const struct tdg_matrix *graph = fit->input->graph;
    uint32_t *point = tdg_alloc(graph->rows, sizeof *point);
    if (!point)
        return TDG_ENOMEM;
    for (size_t i = 0; i < graph->rows; i++)
        point[i] = TDG_NONE;
    for (size_t p = 0; p < fit->count; p++)
        point[fit->row[p]] = (uint32_t)p;
    size_t edges = 0;
    for (uint32_t p = 0; p < fit->count; p++) {
        uint32_t row = fit->row[p];
        memcpy(sum_of(merging, p), tdg_dense_row(fit->input->smoothed, row),
               merging->columns * sizeof *merging->sum);
        measure(merging, p);
        merging->begin[p] = edges;
        for (size_t at = graph->begin[row]; at < graph->begin[row + 1]; at++)
            if (point[graph->column[at]] != TDG_NONE && graph->column[at] != row)
                merging->edge[edges++] = (struct edge){point[graph->column[at]], -1};
        merging->end[p] = edges;
        merging->alive[p] = merging->into[p] = p;
        merging->size[p] = 1;
    }
    merging->count = fit->count;
    free(point);
    return TDG_OK;
}

static int look_around(void *context, const struct tdg_chunk *chunk)
{
    struct merging *merging = context;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        uint32_t cluster = merging->alive[i], best = TDG_NONE;
        float least = INFINITY;
        for (size_t at = merging->begin[cluster]; at < merging->end[cluster]; at++) {
            struct edge *edge = &merging->edge[at];
            if (edge->loss < 0)
                edge->loss = join_loss(merging, cluster, edge->to);
            if (edge->loss < least || (edge->loss <= least && edge->to < best)) {
                least = edge->loss;
                best = edge->to;
            }
        }
        merging->best[cluster] = best;
        merging->loss[cluster] = least;
    }
    return TDG_OK;
}

struct pair {
    float loss;
    uint32_t into, from;
};

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *one = a, *other = b;
    if (one->loss < other->loss || one->loss > other->loss)
        return one->loss < other->loss ? -1 : 1;
    return (one->into > other->into) - (one->into < other->into);
}

static size_t find_pairs(struct pair *pair, const struct merging *merging)
{
    size_t count = 0;
    for (size_t i = 0; i < merging->count; i++) {
        uint32_t one = merging->alive[i], other = merging->best[one];
        if (other != TDG_NONE && one < other && merging->best[other] == one)
            pair[count++] = (struct pair){merging->loss[one], one, other};
    }
    return count;
}

/* Appends the edges of `part` as they are now, each other cluster once. */
static size_t copy_edges(struct merging *merging, uint32_t cluster, uint32_t part, size_t to)
{
    for (size_t at = merging->begin[part]; at < merging->end[part]; at++) {
        struct edge edge = merging->edge[at];
        uint32_t other = merging->into[edge.to];
        if (other == cluster || merging->stamp[other] == cluster + 1)
            continue;
        bool same = merging->joined[cluster] == TDG_NONE && merging->joined[other] == TDG_NONE;
        merging->stamp[other] = cluster + 1;
        merging->spare[to++] = (struct edge){other, same ? edge.loss : -1};
    }
    return to;
}

static void contract(struct merging *merging)
{
    size_t kept = 0, edges = 0;
    for (size_t i = 0; i < merging->count; i++) {
        uint32_t cluster = merging->alive[i], joined = merging->joined[cluster];
        if (merging->into[cluster] != cluster)
            continue;
        size_t begin = edges;
        edges = copy_edges(merging, cluster, cluster, edges);
        if (joined != TDG_NONE)
            edges = copy_edges(merging, cluster, joined, edges);
        merging->begin[cluster] = begin;
        merging->end[cluster] = edges;
        merging->alive[kept++] = cluster;
    }
    merging->count = kept;
    struct edge *spare = merging->spare;
    merging->spare = merging->edge;
    merging->edge = spare;
}

static void join(struct merging *merging, uint32_t into, uint32_t from)
{
    float *sum = sum_of(merging, into);
    const float *more = sum_of(merging, from);
    for (size_t c = 0; c < merging->width; c++)
        sum[c] += more[c];
    measure(merging, into);
    merging->size[into] += merging->size[from];
    merging->into[from] = into;
    merging->joined[into] = from;
}

/* One round; the cheapest pairs first where not all of them are needed. *joined: how many. */
static int take_round(size_t *joined, struct merging *merging, struct pair *pair, size_t wanted)
{
    int status =
        tdg_workers_run(merging->fit->workers, merging->count, CHUNK, look_around, merging);
    if (status)
        return status;
    size_t count = find_pairs(pair, merging);
    if (count > wanted)
        qsort(pair, count, sizeof *pair, compare_pairs);
    count = GSL_MIN(count, wanted);
    for (size_t i = 0; i < merging->count; i++) {
        merging->joined[merging->alive[i]] = TDG_NONE;
        merging->stamp[merging->alive[i]] = 0;
    }
    for (size_t i = 0; i < count; i++)
        join(merging, pair[i].into, pair[i].from);
    contract(merging);
    *joined = count;
    return TDG_OK;
}

struct joining {
    struct merging *merging;
    const struct pair *kept; /* [most] the largest clusters */
    size_t most;
};

static int join_rest(void *context, const struct tdg_chunk *chunk)
{
    const struct joining *joining = context;
    struct merging *merging = joining->merging;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        uint32_t cluster = joining->kept[joining->most + i].into;
        float least = INFINITY;
        for (size_t k = 0; k < joining->most; k++) {
            float loss = join_loss(merging, joining->kept[k].into, cluster);
            if (loss < least) {
                least = loss;
                merging->into[cluster] = joining->kept[k].into;
            }
        }
    }
    return TDG_OK;
}

/* Where the graph falls into more pieces than clusters are wanted, its small pieces join the large
 * one at the least loss. */
static int gather_pieces(struct merging *merging, struct pair *pair, size_t most)
{
    for (size_t i = 0; i < merging->count; i++) {
        uint32_t cluster = merging->alive[i];
        pair[i] = (struct pair){-(float)merging->size[cluster], cluster, cluster};
    }
    qsort(pair, merging->count, sizeof *pair, compare_pairs);
    struct joining joining = {merging, pair, most};
    return tdg_workers_run(merging->fit->workers, merging->count - most, CHUNK, join_rest,
                           &joining);
}

static int merge(struct merging *merging, size_t most, const struct tdg_monitor *monitor)
{
    size_t points = merging->fit->count, joined = 1;
    struct pair *pair = tdg_alloc(points, sizeof *pair);
    int status = pair ? start(merging) : TDG_ENOMEM;
    while (!status && joined && merging->count > most) {
        status = take_round(&joined, merging, pair, merging->count - most);
        if (!status)
            status = tdg_progress(monitor, "cluster", points - merging->count, points);
    }
    if (!status && merging->count > most)
        status = gather_pieces(merging, pair, most);
    free(pair);
    return status;
}

/* A small piece may have joined a cluster with a higher number, so numbers come in two steps. */
static uint32_t number_groups(uint32_t *group, const struct merging *merging)
{
    uint32_t groups = 0, *number = merging->best;
    size_t points = merging->fit->count;
    for (uint32_t p = 0; p < points; p++)
        number[p] = TDG_NONE;
    for (uint32_t p = 0; p < points; p++) {
        uint32_t cluster = p;
        while (merging->into[cluster] != cluster)
            cluster = merging->into[cluster];
        if (number[cluster] == TDG_NONE)
            number[cluster] = groups++;
        group[merging->fit->row[p]] = number[cluster];
    }
    return groups;
}

int tdg_merge_neighbours(uint32_t *group, uint32_t *groups, const struct tdg_fit *fit,
                         uint32_t most, const struct tdg_monitor *monitor)
{
    struct merging merging = {.fit = fit, .columns = fit->input->smoothed->columns};
    merging.width = ((size_t)merging.columns + LANES - 1) / LANES * LANES;
    int status = allocate(&merging);
    if (!status)
        status = merge(&merging, most, monitor);
    if (!status)
        *groups = number_groups(group, &merging);
    merging_done(&merging);
    return status;
}
