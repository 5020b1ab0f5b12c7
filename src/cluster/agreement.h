// SPDX-License-Identifier: GPL-3.0-or-later
/** How well two groupings agree. */
#ifndef TDG_CLUSTER_AGREEMENT_H
#define TDG_CLUSTER_AGREEMENT_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "cluster/grouping.h"

/** found and gold: [count] group numbers, any values; found[i] == TDG_NONE counts as a group of its
 * own. TDG_EEMPTY for a count of 0. */
int tdg_agreement(struct tdg_agreement *agreement, const uint32_t *found, const uint32_t *gold,
                  size_t count, struct tdg_error *error);

#endif
