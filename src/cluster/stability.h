// SPDX-License-Identifier: GPL-3.0-or-later
/** How well groups come back where only some of the rows are grouped. */
#ifndef TDG_CLUSTER_STABILITY_H
#define TDG_CLUSTER_STABILITY_H

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "cluster/grouping.h"

struct tdg_stability_options tdg_stability_defaults(void);

/** Fills in grouping->stability: how well each group comes back where half of the fitted rows, but
 * not more than max_rows, are drawn and put into as many groups with the options of the
 * clustering. The input is the one that was grouped, and is used as it is: latent space, neighbours
 * and smoothing are not repeated. So the cost does not grow with the rows beyond twice max_rows.
 * The grouping stays as it is on failure and without resamples. */
int tdg_cluster_stability(struct tdg_grouping *grouping, const struct tdg_cluster_input *input,
                          const struct tdg_cluster_options *clustering,
                          const struct tdg_stability_options *options, struct tdg_workers *workers,
                          const struct tdg_monitor *monitor, struct tdg_error *error);

#endif
