// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/event: the parts of a graph that hold together. */
#ifndef TDG_EVENT_PARTITION_H
#define TDG_EVENT_PARTITION_H

#include <stddef.h>
#include <stdint.h>

#include "event/pairs.h"

/* part: [rows] of each the lowest row of its part. Nothing is drawn by chance. TDG_ENOMEM. */
int tdg_partition(uint32_t *part, size_t rows, const struct tdg_pairs *pairs, double density);

/* Names each part by its lowest row; part: [rows] any number below `rows`, the same for those of
 * one part. TDG_ENOMEM. */
int tdg_parts_name(uint32_t *part, size_t rows);

#endif
