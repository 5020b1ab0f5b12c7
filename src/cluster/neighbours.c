// SPDX-License-Identifier: GPL-3.0-or-later
/* A graph of nearest neighbours, to judge partitions by. */
#include <gsl/gsl_math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "cluster/kmeans.h"

enum { CHUNK = 64 };

struct search {
    const struct tdg_points *points;
    struct tdg_neighbours *neighbours;
    float *cosine; /* [workers][points] */
};

/* Inserts into a list that is kept best first, the lower number first where cosines are equal. */
static void insert(uint32_t *point, float *cosine, size_t degree, uint32_t new_point,
                   float new_cosine)
{
    size_t place = degree - 1;
    for (; place > 0 && new_cosine > cosine[place - 1]; place--) {
        cosine[place] = cosine[place - 1];
        point[place] = point[place - 1];
    }
    cosine[place] = new_cosine;
    point[place] = new_point;
}

static int search_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct search *search = context;
    size_t count = search->points->count, degree = search->neighbours->degree;
    float *all = search->cosine + chunk->worker * count;
    for (size_t p = chunk->begin; p < chunk->end; p++) {
        uint32_t *point = search->neighbours->point + p * degree;
        float *cosine = search->neighbours->cosine + p * degree;
        for (size_t j = 0; j < degree; j++)
            point[j] = TDG_NONE;
        tdg_points_compare(all, search->points, p);
        all[p] = 0; /* not its own neighbour */
        for (uint32_t other = 0; other < count; other++)
            if (all[other] > cosine[degree - 1])
                insert(point, cosine, degree, other, all[other]);
    }
    return TDG_OK;
}

int tdg_neighbours_find(struct tdg_neighbours *neighbours, const struct tdg_points *points,
                        size_t degree)
{
    struct tdg_neighbours made = {.points = points->count, .degree = degree};
    struct search search = {points, &made, NULL};
    made.point = tdg_alloc(points->count, degree * sizeof *made.point);
    made.cosine = tdg_alloc(points->count, degree * sizeof *made.cosine);
    search.cosine =
        tdg_alloc(tdg_workers_count(points->workers), points->count * sizeof *search.cosine);
    int status = made.point && made.cosine && search.cosine ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(points->workers, points->count, CHUNK, search_chunk, &search);
    free(search.cosine);
    if (status)
        tdg_neighbours_done(&made);
    else
        *neighbours = made;
    return status;
}

void tdg_neighbours_done(struct tdg_neighbours *neighbours)
{
    free(neighbours->point);
    free(neighbours->cosine);
    *neighbours = (struct tdg_neighbours){0};
}

int tdg_neighbours_modularity(double *modularity, const struct tdg_neighbours *neighbours,
                              const uint32_t *group, uint32_t groups)
{
    double *ends = tdg_alloc(groups, sizeof *ends); /* weight of the ends of edges in each group */
    if (!ends)
        return TDG_ENOMEM;
    double whole = 0, within = 0, expected = 0;
    for (size_t p = 0; p < neighbours->points; p++)
        for (size_t j = p * neighbours->degree; j < (p + 1) * neighbours->degree; j++) {
            if (neighbours->point[j] == TDG_NONE)
                break;
            uint32_t other = group[neighbours->point[j]];
            double weight = (double)neighbours->cosine[j];
            whole += 2 * weight;
            ends[group[p]] += weight;
            ends[other] += weight;
            if (other == group[p])
                within += 2 * weight;
        }
    for (uint32_t g = 0; g < groups; g++)
        expected += gsl_pow_2(ends[g]);
    *modularity = whole > 0 ? within / whole - expected / gsl_pow_2(whole) : 0;
    free(ends);
    return TDG_OK;
}
