// SPDX-License-Identifier: GPL-3.0-or-later
/** From single rows to the leaves of the merge tree. */
#ifndef TDG_CLUSTER_MERGE_H
#define TDG_CLUSTER_MERGE_H

#include <stdint.h>

#include <tidings/monitor.h>

#include "cluster/fit.h"

/** Puts the fitted rows into at most `most` groups, numbered from 0, by merging along the edges of
 * the graph. */
int tdg_merge_neighbours(uint32_t *group, uint32_t *groups, const struct tdg_fit *fit,
                         uint32_t most, const struct tdg_monitor *monitor);

#endif
