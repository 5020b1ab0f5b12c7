// SPDX-License-Identifier: GPL-3.0-or-later
/** The rows of each group. */
#ifndef TDG_LABEL_MEMBERS_H
#define TDG_LABEL_MEMBERS_H

#include <stdint.h>

#include "cluster/grouping.h"
#include "label/groups.h"

/** copy_of may be NULL. TDG_ENOMEM. */
int tdg_members_build(struct tdg_members *members, const struct tdg_grouping *grouping,
                      const uint32_t *copy_of);
void tdg_members_done(struct tdg_members *members);

#endif
