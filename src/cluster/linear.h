// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/cluster: scores of rows that are linear in their smoothed and latent values. */
#ifndef TDG_CLUSTER_LINEAR_H
#define TDG_CLUSTER_LINEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "cluster/fit.h"

/** One pass each: moves every row where it fits best, *moved: how many. A group without rows never
 * gets any. */
int tdg_pass_centroids(uint32_t *group, size_t *moved, const struct tdg_fit *fit, uint32_t groups);

/** score_g = smoothed · table_g + latent · table2_g + bias_g. The tables are column-major, so that
 * one value of a row meets all groups side by side. {0} is empty. */
struct tdg_linear {
    uint32_t groups;
    size_t stride;   /* floats a column: groups rounded up to whole vectors */
    float *smoothed; /* [columns][stride] */
    float *latent;   /* [columns][stride]; NULL: takes no part */
    float *bias;     /* [stride] -INFINITY for groups that take no row */
};

int tdg_linear_init(struct tdg_linear *linear, const struct tdg_fit *fit, uint32_t groups,
                    bool latent);
void tdg_linear_done(struct tdg_linear *linear);

/** Fills in the cosines with the groups' centroids. */
int tdg_linear_centroids(struct tdg_linear *linear, const struct tdg_fit *fit,
                         const uint32_t *group);

/** Called for blocks of fitted rows; score: [count][stride]. */
typedef void (*tdg_linear_use)(void *context, const struct tdg_chunk *chunk, size_t first,
                               size_t count, const float *score);
int tdg_linear_run(const struct tdg_linear *linear, const struct tdg_fit *fit, tdg_linear_use use,
                   void *context);

/** Moves every fitted row to its highest score, in a tie to the lowest number. */
int tdg_linear_assign(uint32_t *group, size_t *moved, const struct tdg_linear *linear,
                      const struct tdg_fit *fit);

/** Chunks of fitted rows that tdg_linear_run makes. */
size_t tdg_linear_chunks(const struct tdg_fit *fit);

#endif
