// SPDX-License-Identifier: GPL-3.0-or-later
/** Groups for the topics of the user. */
#ifndef TDG_CLUSTER_GUIDED_H
#define TDG_CLUSTER_GUIDED_H

#include <stdint.h>

#include "cluster/fit.h"
#include "cluster/grouping.h"
#include "cluster/seeds.h"

void tdg_guided_done(struct tdg_guided *guided);

/** Takes the leaves that belong to the subjects out of `leaves`; their rows' leaf is TDG_NONE. */
int tdg_guided_part(struct tdg_guided *guided, const struct tdg_fit *fit,
                    struct tdg_leaves *leaves);

/** Adds groups of the subjects behind those of the rest, and fills in grouping->subject. */
int tdg_guided_join(struct tdg_grouping *grouping, struct tdg_guided *guided,
                    const struct tdg_fit *fit);

/** Puts anchored rows back. */
void tdg_guided_restore(uint32_t *group, const struct tdg_guided *guided,
                        const struct tdg_fit *fit);

#endif
