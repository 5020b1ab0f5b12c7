// SPDX-License-Identifier: GPL-3.0-or-later
/** Linear discriminant analysis. */
#ifndef TDG_CLUSTER_DISCRIMINANT_H
#define TDG_CLUSTER_DISCRIMINANT_H

#include <stddef.h>
#include <stdint.h>

#include "cluster/fit.h"

int tdg_pass_discriminant(uint32_t *group, size_t *moved, const struct tdg_fit *fit,
                          uint32_t groups);

#endif
