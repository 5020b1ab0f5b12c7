// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/event: groups of rows as wholes. */
#ifndef TDG_EVENT_CENTERS_H
#define TDG_EVENT_CENTERS_H

#include <stddef.h>
#include <stdint.h>

#include "event/rows.h"
#include "vector/vector.h"

struct tdg_center {
    double first, last, mean; /* days */
    uint32_t part;            /* its lowest row: its name */
    uint32_t rows;
    size_t begin; /* in the list of members */
};

/* {0} is empty. */
struct tdg_centers {
    const struct tdg_event_rows *rows;
    struct tdg_center *items; /* [count] by their mean time, then by name */
    size_t count;
    double *mean;             /* [count] the same times */
    struct tdg_matrix matrix; /* [count] sums of the rows of each, of length 1 */
    uint32_t *slot;           /* [rows] by name: place in `items` */
    uint32_t *member;         /* [rows] of all of them, ascending in each */
    double *sum;              /* [columns] zeros */
};

/* Room for as many groups as there are rows; to be freed also on failure. TDG_ENOMEM. */
int tdg_centers_init(struct tdg_centers *centers, const struct tdg_event_rows *rows);
void tdg_centers_done(struct tdg_centers *centers);

/* The groups that the rows are in; part: [rows] the lowest row of each, TDG_NONE for none. */
void tdg_centers_find(struct tdg_centers *centers, const uint32_t *part);

#endif
