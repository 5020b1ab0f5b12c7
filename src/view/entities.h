// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/view. */
#ifndef TDG_VIEW_ENTITIES_H
#define TDG_VIEW_ENTITIES_H

#include <stdbool.h>

#include "pipeline/run.h"

struct tdg_analysis;

/* Whether a name is the end of another one: "Hashimi" of "Tariq al-Hashimi". */
bool tdg_name_ends(const char *name, const char *end);

/* The names, without those that are muted. TDG_ENOMEM. */
int tdg_view_entities(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
