// SPDX-License-Identifier: GPL-3.0-or-later
/** What is grouped, and which group every row is in. */
#ifndef TDG_CLUSTER_GROUPING_H
#define TDG_CLUSTER_GROUPING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cluster/group_count.h"
#include "vector/vector.h"

/** How good a number of groups would be: that cut of the merge tree on the graph of neighbours. */
struct tdg_curve_point {
    uint32_t groups;
    double modularity; /* the share of the edges inside of the groups beyond … */
    double expected;   /* … what groups of these degrees would hold of edges between any rows */
};

/** Which group every row is in. {0} is empty. */
struct tdg_grouping {
    size_t rows;
    uint32_t groups;
    uint32_t *group;      /* [rows] TDG_NONE for rows without terms */
    float *weight;        /* [rows] share of its words, ½ to 1, that is left to the group when the
                             best other one takes what it explains better */
    uint32_t *second;     /* [rows] that other group where the words are evidence for it, else
                             TDG_NONE */
    float *second_weight; /* [rows] 1 - weight, or 0 without a second group */
    float *closeness;     /* [rows] cosine with the group's centroid */
    double objective;     /* mean cosine of rows and their centroids */
    uint32_t *before; /* [rows] the group each was in before the last pass by words, which learnt
                         from these; from `groups` on those that lost all their rows to others then.
                         NULL where words took no part */

    uint32_t *subject; /* [groups] of the seeds that it grew from, TDG_NONE; NULL without seeds */
    uint32_t parents;  /* groups of groups; as many as groups where there is no such level */
    uint32_t *parent;  /* [groups] below `parents`, numbered by their rows as the groups are */
    struct tdg_curve_point *curve; /* [curve_count] by number of groups, from 1; borrowable */
    size_t curve_count;
    double resolution; /* of the modularity by which the number was chosen */
    uint32_t coarse;   /* how many groups resolution 1 makes of the rows, for their parents; 0 where
                          the number of groups was chosen by that one, or not at all */
    double *stability; /* [groups] 0 to 1, NAN where unknown: a group of one row, or all there is;
                          NULL where it was not asked for */
    double *cohesion;  /* [groups] see tdg_grouping_cohere; NULL before */
    struct tdg_group_count count; /* how the number of groups came about */
};

/** Room for groups that are known: nothing is in one yet, and each is its own parent. TDG_ENOMEM.
 */
int tdg_grouping_new(struct tdg_grouping *grouping, size_t rows, uint32_t groups);
void tdg_grouping_done(struct tdg_grouping *grouping);

/** Room for rows in no group, in an empty grouping; words: also for where they were before the last
 * pass by words. TDG_ENOMEM, and then the grouping is only good to be freed. */
int tdg_grouping_rows(struct tdg_grouping *grouping, size_t rows, bool words);

struct tdg_cluster_options {
    uint32_t groups;              /* 0: chosen from the modularity curve */
    uint32_t max_groups;          /* the largest number that is chosen */
    uint32_t leaves;              /* of the merge tree; at least twice the groups are made */
    unsigned centroid_passes;     /* at most, as for the following: */
    unsigned discriminant_passes; /* linear discriminant on latent and smoothed rows */
    unsigned word_passes;         /* naive Bayes on the words */
    double theme_share;           /* of the best modularity, 0 to 1: the smallest such number … */
    double parent_share;          /* … and of the best one below the themes, for their parents */
    double resolution;   /* of that modularity; above 1, the parents are what 1 finds … */
    double coarse_share; /* … for this share of its best */
    bool sparing;        /* at any resolution, a group has half of the rows, on average, that it has
                            above resolution 1 */
};

/** The words that stand for subjects of a person: for subject s column[begin[s]] …. Borrowed. */
struct tdg_cluster_seeds {
    uint32_t subjects;
    const size_t *begin; /* [subjects + 1] */
    const uint32_t *column;
};

/** A partition that readers know. Borrowed. */
struct tdg_known_groups {
    uint32_t groups;
    const uint32_t *group; /* [rows] TDG_NONE: new */
};

/** All with the same rows; all borrowed. */
struct tdg_cluster_input {
    const struct tdg_matrix *counts; /* how often each term stands in each article */
    const struct tdg_matrix *graph;  /* symmetric, of neighbours; nothing on its diagonal */
    const struct tdg_dense *latent;  /* rows of length 1 or 0 */
    const struct tdg_dense *smoothed;
    const uint32_t *copy_of;               /* may be NULL */
    const struct tdg_cluster_seeds *seeds; /* may be NULL */
    const struct tdg_known_groups *known;  /* may be NULL; nothing beside seeds */
};

/** How much each term of a row speaks for each group: ln(1 + count) ln(share of the group's words /
 * share of all words), in nats. The sums over the terms are what the last pass by words compared:
 * the highest one has the row's group, but for groups of narrow subjects of a person, which do not
 * take every row. */
struct tdg_evidence {
    size_t terms;  /* as many as the row of counts has, in its order */
    double *value; /* [terms][groups]; to be freed */
};

/** The words of groups that were learnt from other rows. Words are ln(1 + count); all borrowed. */
struct tdg_nb_counts {
    uint32_t groups;
    const double *table; /* [columns][groups] words of each group */
    const double *words; /* [columns] of all groups */
    const double *all;   /* [groups] of all terms; 0: such a group takes no row */
    double whole;        /* of all groups */
    size_t terms;        /* how many there are, of which the columns are some */
    double least;        /* nats a word: a row with less evidence for its group gets none */
};

/** How much more the words of a row speak for another group than for one. */
struct tdg_lead {
    uint32_t group;
    uint32_t other; /* TDG_NONE: becomes the one they speak for most, if there is one */
    double lead;    /* nats */
    double words;   /* ln(1 + count) of all terms */
};

struct tdg_stability_options {
    unsigned resamples; /* 0: none */
    size_t max_rows;    /* drawn for each; ten a group where that is more */
    uint64_t seed;
};

/** Agreement of two groupings of the same items: see tdg_score_groups for the measures. */
struct tdg_agreement {
    double v_measure, homogeneity, completeness;
    double ari;
    double bcubed_precision, bcubed_recall, bcubed_f1;
    double pairwise_f1;
    double purity;
};

/** Groups, weights and second groups of copies become those of their originals. */
void tdg_grouping_copy_to_duplicates(struct tdg_grouping *grouping, const uint32_t *copy_of);

#endif
