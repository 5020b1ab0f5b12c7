// SPDX-License-Identifier: GPL-3.0-or-later
/** Pairs of groups that wait to be joined, the strongest first (a binary heap). A group that has
 * grown since makes its pairs stale: who takes them compares the versions. */
#ifndef TDG_CLUSTER_BONDS_H
#define TDG_CLUSTER_BONDS_H

#include <stddef.h>
#include <stdint.h>

struct tdg_bond {
    double strength;
    uint32_t low, high;  /* numbers of the groups */
    uint32_t version[2]; /* that they had when they were compared */
};

/** {0} is empty; free `items` with free(). Not thread-safe. */
struct tdg_bonds {
    struct tdg_bond *items; /* [count] a heap */
    size_t count, capacity;
};

/** TDG_ENOMEM. */
int tdg_bonds_push(struct tdg_bonds *bonds, struct tdg_bond bond);

/** Takes the strongest, of equal ones that between lower numbers; there is one. */
struct tdg_bond tdg_bonds_pop(struct tdg_bonds *bonds);

#endif
