// SPDX-License-Identifier: GPL-3.0-or-later
/* Inside the stage: the parts spherical k-means is made of.
 *
 * A point is a row that takes part in a fit; points are numbered 0, 1, … in the order of the rows.
 */
#ifndef TDG_CLUSTER_KMEANS_H
#define TDG_CLUSTER_KMEANS_H

#include "cluster/cluster.h"

/** Rows that are fitted, and their transpose. `rows` and `workers` are borrowed. {0} is empty. */
struct tdg_points {
    const struct tdg_matrix *rows;
    struct tdg_workers *workers;
    size_t count;
    uint32_t *row;   /* [count] ascending */
    size_t *begin;   /* [columns + 1] postings of each column … */
    uint32_t *point; /* … the points that have it, ascending */
    float *weight;
};

/** The non-empty rows that are no copies; `most` of them, evenly spread over all, where there are
 * more (0: no limit). */
int tdg_points_init(struct tdg_points *points, const struct tdg_matrix *rows,
                    const uint32_t *copy_of, size_t most, struct tdg_workers *workers);
void tdg_points_done(struct tdg_points *points);
/** Cosines of one point with all, cosine: [points]. By way of the postings, so that only points
 * that share a term with it are touched: on sparse rows a small part of all products. */
void tdg_points_compare(float *cosine, const struct tdg_points *points, size_t point);

/** Sums of the rows of each group, not normalised: the cosine of a row and a centroid is their
 * product × scale. Term-major, so that one term of a row meets all groups side by side. */
struct tdg_centroids {
    uint32_t groups;
    size_t stride; /* floats a column: groups rounded up to whole vectors */
    float *value;  /* [columns][stride] */
    float *scale;  /* [stride] 1 / length, 0 for an empty group */
};

int tdg_centroids_init(struct tdg_centroids *centroids, uint32_t columns, uint32_t groups);
void tdg_centroids_done(struct tdg_centroids *centroids);
/** group: [points] TDG_NONE for points that do not count. */
int tdg_centroids_sum(struct tdg_centroids *centroids, const struct tdg_points *points,
                      const uint32_t *group);
/** Cosines of one row with all groups; score: [stride]. */
void tdg_centroids_score(const struct tdg_centroids *centroids, const struct tdg_matrix *rows,
                         size_t row, float *score);

/** Picks up to `groups` points that lie far from each other and marks them group[point] = 0, 1, …,
 * all others TDG_NONE. *found is less than `groups` where there are fewer distinct points. */
int tdg_seed(uint32_t *group, uint32_t *found, const struct tdg_points *points, uint32_t groups,
             uint64_t seed, uint64_t stream);

/** Where the points are. */
struct tdg_partition {
    uint32_t *group;  /* [points] */
    double objective; /* mean cosine of the points and the centroids they were last put to */
    uint32_t groups;
    bool settled; /* another iteration would change nothing */
};

/** How far the whole stage has come, as the monitor is told. */
struct tdg_steps {
    const struct tdg_monitor *monitor;
    size_t done;
    size_t total;
};

/** What one call of tdg_partition_best needs, besides the points. */
struct tdg_kmeans_plan {
    uint32_t groups;
    unsigned starts;
    unsigned iterations;
    uint64_t seed;
    struct tdg_steps *steps;
};

/** Steps that tdg_partition_best does. */
size_t tdg_partition_steps(unsigned starts);
void tdg_partition_done(struct tdg_partition *partition);
/** The best of several starts. TDG_ENOMEM, TDG_ECANCELED. points->count > 0. */
int tdg_partition_best(struct tdg_partition *partition, const struct tdg_points *points,
                       const struct tdg_kmeans_plan *plan);

/** Chooses the number of groups, at least 1, for that many articles. */
int tdg_choose_groups(uint32_t *groups, const struct tdg_matrix *rows, const uint32_t *copy_of,
                      size_t articles, const struct tdg_cluster_options *options,
                      struct tdg_workers *workers, struct tdg_steps *steps);

/** The nearest neighbours of points by cosine, both directions summed up. {0} is empty. */
struct tdg_neighbours {
    size_t points;
    size_t degree;   /* at most, a point */
    uint32_t *point; /* [points][degree] TDG_NONE after the last */
    float *cosine;   /* [points][degree] */
};

int tdg_neighbours_find(struct tdg_neighbours *neighbours, const struct tdg_points *points,
                        size_t degree);
void tdg_neighbours_done(struct tdg_neighbours *neighbours);
/** Modularity (Newman and Girvan 2004) of a partition of the points, -0.5 to 1. group: [points]
 * below `groups`. */
int tdg_neighbours_modularity(double *modularity, const struct tdg_neighbours *neighbours,
                              const uint32_t *group, uint32_t groups);

/** Puts the groups in order by size, then first row, and leaves empty ones out. */
int tdg_grouping_renumber(struct tdg_grouping *grouping);

#endif
