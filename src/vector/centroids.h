// SPDX-License-Identifier: GPL-3.0-or-later
/** How close the groups of two partitions are. */
#ifndef TDG_VECTOR_CENTROIDS_H
#define TDG_VECTOR_CENTROIDS_H

#include <stdint.h>

#include "vector/vector.h"

/** cosine: [ones][others] of the centroids (the sums of the rows) of two partitions of the same
 * rows: one, other: [rows] groups or TDG_NONE. Copies do not count; copy_of may be NULL. 0 for a
 * group without rows. TDG_ENOMEM. */
int tdg_centroid_cosines(double *cosine, const struct tdg_matrix *rows, const uint32_t *copy_of,
                         const uint32_t *one, uint32_t ones, const uint32_t *other,
                         uint32_t others);

/** closeness: [rows] cosine of each row with the centroid of its group; 0 for copies and for rows
 * without terms or a group. As above. */
int tdg_centroid_closeness(float *closeness, const struct tdg_matrix *rows, const uint32_t *copy_of,
                           const uint32_t *group, uint32_t groups);

#endif
