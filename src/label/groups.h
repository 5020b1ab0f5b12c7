// SPDX-License-Identifier: GPL-3.0-or-later
/** The steps of tdg_label_groups, and what they hand on. */
#ifndef TDG_LABEL_GROUPS_H
#define TDG_LABEL_GROUPS_H

#include "label/label.h"

enum {
    TDG_LEAST_TERMS = 10,    /* a theme has, where the vocabulary has them */
    TDG_COHERENCE_TERMS = 10 /* of a theme that its coherence is measured over */
};

/** The originals of every group: row[begin[g]] … row[begin[g + 1] - 1], ascending. {0} is empty. */
struct tdg_members {
    uint32_t groups;
    size_t *begin; /* [groups + 1] */
    uint32_t *row;
};

/** copy_of may be NULL. TDG_ENOMEM. */
int tdg_members_build(struct tdg_members *members, const struct tdg_grouping *grouping,
                      const uint32_t *copy_of);
void tdg_members_done(struct tdg_members *members);

/** A term with its claim to a group. */
struct tdg_ranked {
    uint32_t column;
    uint32_t articles; /* of the group that have it */
    double score;      /* p log(p/q) */
};

/** The best terms of every group, best first. {0} is empty. */
struct tdg_ranking {
    size_t wanted;
    size_t *count;            /* [groups] at most `wanted` */
    struct tdg_ranked *items; /* [groups][wanted] */
};

/** TDG_ENOMEM. */
int tdg_ranking_build(struct tdg_ranking *ranking, const struct tdg_members *members,
                      const struct tdg_matrix *counts, size_t wanted, struct tdg_workers *workers);
void tdg_ranking_done(struct tdg_ranking *ranking);

/** coherence: [groups]. TDG_ENOMEM. */
int tdg_document_coherence(double *coherence, const struct tdg_ranking *ranking, uint32_t groups,
                           const struct tdg_matrix *counts, const uint32_t *copy_of);

/** Writes up to `wanted` rows of a group, highest weight first, then by row; returns how many. */
size_t tdg_representatives(uint32_t *rows, const struct tdg_members *members, uint32_t group,
                           const float *weight, size_t wanted);

/** Gives every item its text, from its terms. TDG_ENOMEM. */
int tdg_name_groups(struct tdg_labels *labels);

#endif
