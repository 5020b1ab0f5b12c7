// SPDX-License-Identifier: GPL-3.0-or-later
/** Where the collection began and ended. */
#ifndef TDG_CALENDAR_EDGES_H
#define TDG_CALENDAR_EDGES_H

#include <stddef.h>

#include "calendar/period.h"

/** calendar/edges.c has the rule. articles: those of the timeline. TDG_ENOMEM. */
int tdg_edges_find(struct tdg_edges *edges, const struct tdg_timeline *timeline, size_t articles);

#endif
