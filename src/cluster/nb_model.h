// SPDX-License-Identifier: GPL-3.0-or-later
/** Which words the groups are made of. */
#ifndef TDG_CLUSTER_NB_MODEL_H
#define TDG_CLUSTER_NB_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "cluster/fit.h"

/** The words of a count: ln(1 + count), with as many digits as every C library agrees on. */
double tdg_words_of(float count);
int tdg_pass_words(uint32_t *group, size_t *moved, const struct tdg_fit *fit, uint32_t groups);

/** Words are ln(1 + count): the second mention of a term says less than the first. In a group, a
 * term is (table / share of the whole + prior) / (all + prior) times as likely as in the whole. {0}
 * is empty. */
struct tdg_nb_model {
    uint32_t groups;
    double *table; /* [terms][groups] words */
    double *words; /* [terms] of all groups */
    double *all;   /* [groups] of all terms */
    double *scale; /* [groups] 1 / (all + prior); 0 for groups without rows */
    size_t *size;  /* [groups] rows */
    double whole;
    double prior; /* words of the whole that are added to each group */
};

int tdg_nb_model_init(struct tdg_nb_model *model, const struct tdg_fit *fit, const uint32_t *group,
                      uint32_t groups);

/** The table becomes ln(share in the group / share in the whole); terms: its rows. */
int tdg_nb_model_compare(struct tdg_nb_model *model, size_t terms, struct tdg_workers *workers);
void tdg_nb_model_done(struct tdg_nb_model *model);

/** Adds to every group the smoothing that a vocabulary of `terms` takes. */
double tdg_word_prior(size_t terms);

#endif
