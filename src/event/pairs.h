// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/event: pairs of rows that are alike and close in time. */
#ifndef TDG_EVENT_PAIRS_H
#define TDG_EVENT_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "vector/vector.h"

struct tdg_pair {
    uint32_t low, high;
    float likeness;
};

/* {0} is empty; free `items` with free(). */
struct tdg_pairs {
    struct tdg_pair *items; /* [count] by low, then high */
    size_t count;
};

struct tdg_pair_options {
    double reach;     /* days between two rows at most */
    double decay;     /* days in which a likeness falls to 1/e */
    double least;     /* likeness */
    double lone;      /* factor of a likeness that is by one column alone; 0 is read as 1 */
    uint32_t nearest; /* later rows that are kept for each; 0: all */
};

/* All pairs that are alike enough: cosine times decay. rows: of length 1; time: [rows] in days,
 * ascending; fresh: [rows] of two one at least is among these, NULL: all are. TDG_ENOMEM. */
int tdg_pairs_find(struct tdg_pairs *pairs, const struct tdg_matrix *rows, const double *time,
                   const bool *fresh, const struct tdg_pair_options *options,
                   struct tdg_workers *workers);

#endif
