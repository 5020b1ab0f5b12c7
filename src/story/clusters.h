// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story: clusters, the articles that were joined so far, and what speaks for joining
 * two of them. */
#ifndef TDG_STORY_CLUSTERS_H
#define TDG_STORY_CLUSTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "story/facts.h"

struct tdg_sparse_cell {
    uint32_t column;
    float count;
    float weight; /* sum over the rows of the articles */
    float burst;  /* the largest of the articles' */
};

/* A growable array whose first content is part of a block that belongs to all. */
struct tdg_linked {
    uint32_t *item; /* numbers of clusters */
    size_t count;
    size_t capacity; /* 0: the array is borrowed */
};
struct tdg_sparse {
    struct tdg_sparse_cell *item; /* ascending columns */
    size_t count;
    size_t capacity;
};

struct tdg_story_cluster {
    struct tdg_sparse cells;
    struct tdg_linked near;
    double words;        /* sum of the counts */
    double square;       /* of the length of the sum of its rows */
    double idf_sum;      /* sum over its columns */
    double knn_radius;   /* sum of its articles' cosines with their furthest neighbour */
    double time;         /* sum of the known times of its articles, in days */
    int64_t first, last; /* of them; where none is known, the last and the first that can be */
    uint32_t articles;
    uint32_t dated;   /* of them, those with a date */
    uint32_t version; /* counts how often it has grown */
    uint32_t into;    /* the cluster that it was joined to, or itself */
};

/* All articles of one unit. */
struct tdg_cluster_set {
    const struct tdg_story_facts *facts;
    struct tdg_story_cluster *cluster; /* [count] article i is row[i] */
    const uint32_t *row;               /* [count] ascending */
    size_t count;
    struct tdg_sparse_cell *cell; /* the first content of all */
    uint32_t *near;
};

/* local: [rows of the corpus] scratch; the numbers of the rows of this unit. */
int tdg_cluster_set_init(struct tdg_cluster_set *set, const struct tdg_story_facts *facts,
                         const uint32_t *row, size_t count, uint32_t *local);
void tdg_cluster_set_done(struct tdg_cluster_set *set);

/* The cluster that a cluster is part of by now. */
uint32_t tdg_cluster_of(struct tdg_cluster_set *set, uint32_t cluster);

/* Whether an article says nothing but the pattern of its title. */
bool tdg_cluster_is_rubric(const struct tdg_cluster_set *set, uint32_t article);

/* Joins two clusters; the one with the lower number stays. `seen`: [count] scratch of zeros, left
 * so. TDG_ENOMEM, and then the set is only good to be freed. */
int tdg_cluster_join(struct tdg_cluster_set *set, uint32_t low, uint32_t high, uint32_t *seen);

#endif
