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

/** How good a number of groups would be: that cut of the merge tree on the graph of neighbours. */
struct tdg_curve_point {
    uint32_t groups;
    double modularity; /* the share of the edges inside of the groups beyond … */
    double expected;   /* … what groups of these degrees would hold of edges between any rows */
};

/** Modularity at a resolution (Reichardt and Bornholdt 2006), of which 1 is the usual one: the
 * higher, the smaller are the groups of the best number. */
double tdg_curve_value(const struct tdg_curve_point *point, double resolution);

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
    char reason[200];  /* why this number of groups: a sentence */
};

/** Room for groups that are known: nothing is in one yet, and each is its own parent. TDG_ENOMEM.
 */
int tdg_grouping_new(struct tdg_grouping *grouping, size_t rows, uint32_t groups);
void tdg_grouping_done(struct tdg_grouping *grouping);

struct tdg_cluster_options {
    uint32_t groups;              /* 0: chosen from the modularity curve */
    uint32_t most_groups;         /* the largest number that is chosen */
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

struct tdg_cluster_options tdg_cluster_defaults(void);

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

/** Groups rows: merges them along the graph and then freely, by the spherical Ward criterion; cuts
 * the tree and repairs the cut; moves single rows in passes by centroids, by a linear discriminant
 * and last by words. Nothing is drawn by chance. Every row with a term gets a group; rows with the
 * same counts the same one. Copies (copy_of[i] != TDG_NONE) take no part in the fit and are put
 * where their original is. Groups are numbered by size, largest first, then by their first row.
 * With fewer distinct rows than groups there are fewer groups. TDG_ELIMIT above 4096 groups.
 *
 * The modularity of resolution 1 joins small subjects the more, the larger the whole is (Fortunato
 * and Barthélemy 2007). With a higher one, the number of groups is chosen by that, where its best
 * is no accident and a group has enough rows on average; the group of the same tree at resolution 1
 * that holds most of a group's rows is then its parent.
 *
 * With seeds, the parts of the tree that are clearly about a subject become a group of it, beside
 * the groups that the rest is cut into; options->groups counts the latter. In the passes all
 * compete for the rows, but rows with several of its words stay with their subject until the last
 * word. A subject that nothing is clearly about has no group.
 *
 * With a known partition, the passes also begin with that one, and its groups go on where they come
 * to options->theme_share of the modularity of those that begin with the tree. */
int tdg_cluster(struct tdg_grouping *grouping, const struct tdg_cluster_input *input,
                const struct tdg_cluster_options *options, struct tdg_workers *workers,
                const struct tdg_monitor *monitor, struct tdg_error *error);

/** How much each term of a row speaks for each group: ln(1 + count) ln(share of the group's words /
 * share of all words), in nats. The sums over the terms are what the last pass by words compared:
 * the highest one has the row's group, but for groups of narrow subjects of a person, which do not
 * take every row. */
struct tdg_evidence {
    size_t terms;  /* as many as the row of counts has, in its order */
    double *value; /* [terms][groups]; to be freed */
};

/** The sum over the terms, for one of `groups`. */
double tdg_evidence_sum(const struct tdg_evidence *evidence, size_t group, size_t groups);

/** Learns once more what the last pass had learnt, for rows of counts, which may be copies.
 * counts and copy_of are those that were grouped; evidence: [count], one a row, unchanged on
 * failure. TDG_EINVAL where grouping->before is NULL, TDG_ENOMEM. */
int tdg_word_evidence(struct tdg_evidence *evidence, const uint32_t *row, size_t count,
                      const struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                      const uint32_t *copy_of, struct tdg_workers *workers);

/** How much the words of each row speak for the group it is in, against the whole, learnt from all
 * other rows: nats a word; 0 for rows without a group and for copies. evidence: [rows]. TDG_ENOMEM.
 */
int tdg_grouping_evidence(float *evidence, const struct tdg_grouping *grouping,
                          const struct tdg_matrix *counts, const uint32_t *copy_of,
                          struct tdg_workers *workers);

/** The words of groups that were learnt from other rows. Words are ln(1 + count); all borrowed. */
struct tdg_word_stock {
    uint32_t groups;
    const double *table; /* [columns][groups] words of each group */
    const double *words; /* [columns] of all groups */
    const double *all;   /* [groups] of all terms; 0: such a group takes no row */
    double whole;        /* of all groups */
    size_t terms;        /* how many there are, of which the columns are some */
    double least;        /* nats a word: a row with less evidence for its group gets none */
};

/** Puts new rows into groups that are there, by their words alone: the group they are most likely
 * in, as the last pass of tdg_cluster has it, with weights and second group. What is placed is not
 * learnt from, so neither the order nor the company of the rows makes a difference but for the
 * weights. given: [rows] the group of a row that has one already, else TDG_NONE; may be NULL.
 * counts: of terms of the stock. grouping: {0} before. TDG_ENOMEM. */
int tdg_place_rows(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                   const uint32_t *given, const struct tdg_word_stock *stock,
                   struct tdg_workers *workers);

/** How much more the words of a row speak for another group than for one. */
struct tdg_lead {
    uint32_t group;
    uint32_t other; /* TDG_NONE: becomes the one they speak for most, if there is one */
    double lead;    /* nats */
    double words;   /* ln(1 + count) of all terms */
};
/** Fills in leads: [rows], with their groups. TDG_ENOMEM. */
int tdg_stock_leads(struct tdg_lead *leads, const struct tdg_matrix *counts,
                    const struct tdg_word_stock *stock, struct tdg_workers *workers);

/** How much each term of one row of counts speaks for each group of a stock, as for
 * tdg_word_evidence. evidence->value is to be freed. TDG_ENOMEM. */
int tdg_stock_evidence(struct tdg_evidence *evidence, const struct tdg_matrix *counts, size_t row,
                       const struct tdg_word_stock *stock, struct tdg_workers *workers);

/** How much better rows are explained by a new group of their own than by the best group of a
 * stock, which has learnt them as well: nats, each learnt from all rows but this one. group: [rows]
 * the new groups, below `groups` or TDG_NONE. in: [rows] the group of the stock that has learnt the
 * row, or TDG_NONE. words: [rows] of all terms of the row, of which counts has those that speak.
 * gain: [rows], 0 for rows in no new group. TDG_ENOMEM. */
int tdg_group_gain(double *gain, const struct tdg_matrix *counts, const double *words,
                   const uint32_t *group, uint32_t groups, const uint32_t *in,
                   const struct tdg_word_stock *stock);

/** One more pass by words over a partition that somebody else has made: every row with counts goes
 * where its words speak most. Fills in the weights, for copies as well. A group may lose all of its
 * rows. On failure the grouping is only good to be freed. TDG_ENOMEM. */
int tdg_grouping_settle(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                        const uint32_t *copy_of, struct tdg_workers *workers);

/** Takes rows back that a fit has moved for no word of theirs: a row goes to the group back[row],
 * which may be TDG_NONE, where its words speak no less for that one than for the one it is in, both
 * learnt from all other rows. Weights, copies and failure as for tdg_grouping_settle. */
int tdg_grouping_hold(struct tdg_grouping *grouping, const uint32_t *back,
                      const struct tdg_matrix *counts, const uint32_t *copy_of,
                      struct tdg_workers *workers);

/** Weights of rows in groups that somebody has changed since; copies go where their originals are.
 * On failure the grouping is only good to be freed. TDG_ENOMEM. */
int tdg_grouping_reweigh(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                         const uint32_t *copy_of, struct tdg_workers *workers);

/** Fills in grouping->cohesion: how much more of a group's edges stay inside it than of as many
 * edges between any rows, (inside - expected) / (1 - expected) with both as shares: 1 where all do.
 * NAN for a group without edges, and for all there is. TDG_ENOMEM. */
int tdg_grouping_cohere(struct tdg_grouping *grouping, const struct tdg_matrix *graph);

/** Puts the parents in order again after groups have changed theirs, and leaves out those without
 * groups. TDG_ENOMEM. */
int tdg_grouping_sort_parents(struct tdg_grouping *grouping);

/** Matches groups of two groupings one to one, so that most is shared: match[one] = the other or
 * TDG_NONE, for the largest sum of shared[one][other] (ones × others, ≥ 0); pairs that share
 * nothing are not matched. In a tie the lower numbers go together. TDG_ENOMEM. */
int tdg_match_groups(uint32_t *match, const double *shared, uint32_t ones, uint32_t others);

/** The words of a count: ln(1 + count), with as many digits as every C library agrees on. */
double tdg_words_of(float count);

struct tdg_stability_options {
    unsigned resamples; /* 0: none */
    size_t most_rows;   /* drawn for each; ten a group where that is more */
    uint64_t seed;
};

struct tdg_stability_options tdg_stability_defaults(void);

/** Fills in grouping->stability: how well each group comes back where half of the fitted rows, but
 * not more than most_rows, are drawn and put into as many groups with the options of the
 * clustering. The input is the one that was grouped, and is used as it is: latent space, neighbours
 * and smoothing are not done anew. So the cost does not grow with the rows beyond twice most_rows.
 * The grouping stays as it is on failure and without resamples. */
int tdg_cluster_stability(struct tdg_grouping *grouping, const struct tdg_cluster_input *input,
                          const struct tdg_cluster_options *clustering,
                          const struct tdg_stability_options *options, struct tdg_workers *workers,
                          const struct tdg_monitor *monitor, struct tdg_error *error);

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
