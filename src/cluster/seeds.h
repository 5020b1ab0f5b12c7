// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/cluster: the subjects of a person. */
#ifndef TDG_CLUSTER_SEEDS_H
#define TDG_CLUSTER_SEEDS_H

#include <stdint.h>

#include "cluster/fit.h"

/** drawn: [leaves] the subject that a leaf is clearly about, else TDG_NONE; anchor: [rows] rows of
 * these leaves that stay with their subject whatever moves, else TDG_NONE. */
int tdg_seeds_draw(uint32_t *drawn, uint32_t *anchor, const struct tdg_fit *fit,
                   const uint32_t *leaf, uint32_t leaves);

/** Leaves and the products of their sums with each other. */
struct tdg_leaves {
    uint32_t count;
    uint32_t *leaf;  /* [rows] */
    double *product; /* [count][count] */
};

/** What belongs to the subjects, and what does not. Without seeds all is rest. {0} is empty. */
struct tdg_guided {
    uint32_t *subject; /* [rows] that the row was drawn to, or TDG_NONE */
    uint32_t *anchor;  /* [rows] subject, after tdg_guided_join group, or TDG_NONE */
    uint32_t *narrow;  /* [groups] see struct tdg_fit; NULL before tdg_guided_join */
    struct tdg_fit rest;
};

#endif
