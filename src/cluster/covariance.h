// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/cluster: covariances. */
#ifndef TDG_CLUSTER_COVARIANCE_H
#define TDG_CLUSTER_COVARIANCE_H

#include <stdint.h>

#include "cluster/fit.h"

/** The lower half of the covariance within the groups of the rows (smoothed, latent) / √2 about
 * their groups' means, within: [columns][columns], mean: [groups][columns], columns: of both
 * together. Above 50,000 rows
 * it is estimated from that many, evenly spread. */
int tdg_covariance_within(double *within, const struct tdg_fit *fit, const uint32_t *group,
                          const double *mean);

#endif
