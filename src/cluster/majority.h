// SPDX-License-Identifier: GPL-3.0-or-later
/** The group that most of some rows are in. */
#ifndef TDG_CLUSTER_MAJORITY_H
#define TDG_CLUSTER_MAJORITY_H

#include <stddef.h>
#include <stdint.h>

/** Of rows[count], by group[row]; in a tie the lower one, TDG_NONE where none is in any. votes:
 * [groups] zeros, left so. */
uint32_t tdg_majority(const uint32_t *group, const uint32_t *rows, size_t count, uint32_t *votes);

#endif
