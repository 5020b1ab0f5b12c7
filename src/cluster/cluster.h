// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 5: numbers → groups. */
#ifndef TDG_CLUSTER_CLUSTER_H
#define TDG_CLUSTER_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "vector/vector.h"

/** Which group every row is in. {0} is empty. */
struct tdg_grouping {
    size_t rows;
    uint32_t groups;
    uint32_t *group;      /* [rows] TDG_NONE for rows without terms */
    float *weight;        /* [rows] cosine with the group's centroid */
    uint32_t *second;     /* [rows] the group with the next best cosine, TDG_NONE with one group */
    float *second_weight; /* [rows] */
    double objective;     /* mean cosine of rows and their centroids */
};

void tdg_grouping_done(struct tdg_grouping *grouping);

struct tdg_cluster_options {
    uint32_t groups;      /* 0: chosen from the rows */
    uint32_t most_groups; /* the largest number tried when it is chosen */
    unsigned starts;      /* runs of k-means, of which the best objective is kept */
    unsigned iterations;  /* at most, each run */
    uint64_t seed;
};

struct tdg_cluster_options tdg_cluster_defaults(void);

/** Spherical k-means (Dhillon and Modha 2001) with k-means++ starts (Arthur and Vassilvitskii
 * 2007). Rows are of length 1 or empty. Rows that are copies (copy_of[i] != TDG_NONE; may be NULL)
 * take no part in the fit and are put where their original is. Identical rows always land together.
 * Groups are numbered by size, largest first, then by their first row. With fewer distinct rows
 * than groups there are fewer groups. */
int tdg_cluster(struct tdg_grouping *grouping, const struct tdg_matrix *rows,
                const uint32_t *copy_of, const struct tdg_cluster_options *options,
                struct tdg_workers *workers, const struct tdg_monitor *monitor,
                struct tdg_error *error);

/** Agreement of two groupings of the same items: see tdg_score_groups for the measures. */
struct tdg_agreement {
    double v_measure, homogeneity, completeness;
    double ari;
    double bcubed_precision, bcubed_recall, bcubed_f1;
    double pairwise_f1;
    double purity;
};

/** found and gold: [count] group numbers, any values; found[i] == TDG_NONE counts as a group of its
 * own. TDG_EEMPTY for a count of 0. */
int tdg_agreement(struct tdg_agreement *agreement, const uint32_t *found, const uint32_t *gold,
                  size_t count, struct tdg_error *error);

#endif
