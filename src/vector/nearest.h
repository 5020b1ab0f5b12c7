// SPDX-License-Identifier: GPL-3.0-or-later
/** The nearest rows of every row. */
#ifndef TDG_VECTOR_NEAREST_H
#define TDG_VECTOR_NEAREST_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "vector/vector.h"

struct tdg_neighbour_options tdg_neighbour_defaults(void);

/** The exact nearest rows of every row by cosine (> 0), itself left out: row i of `nearest` has
 * their numbers, ascending, and their cosines; it is square. Rows are of length 1 or empty, no
 * weight is negative. Copies
 * (copy_of[i] != TDG_NONE; may be NULL) have no neighbours and are nobody's. Ties: the lower row
 * number is nearer. published may be NULL (then no window), else it is ascending with undated ones
 * last. */
int tdg_nearest_find(struct tdg_matrix *nearest, const struct tdg_matrix *rows,
                     const uint32_t *copy_of, const int64_t *published,
                     const struct tdg_neighbour_options *options, struct tdg_workers *workers,
                     const struct tdg_monitor *monitor, struct tdg_error *error);

/** As tdg_nearest_find, and beside it `mixed`: the exact nearest by
 * (1 - a) cosine + a e_i·e_j > 0, a = .15 sqrt(share_i share_j), where e are the rows of the
 * meaning. */
int tdg_nearest_find_mixed(struct tdg_matrix *nearest, struct tdg_matrix *mixed,
                           const struct tdg_matrix *rows, const struct tdg_meaning *meaning,
                           const uint32_t *copy_of, const int64_t *published,
                           const struct tdg_neighbour_options *options, struct tdg_workers *workers,
                           const struct tdg_monitor *monitor, struct tdg_error *error);

#endif
