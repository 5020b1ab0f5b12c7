// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/archive: events keep their numbers from batch to batch. */
#ifndef TDG_ARCHIVE_EVENTS_H
#define TDG_ARCHIVE_EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "archive/update.h"

/* Stores the events that a run found. fresh: [articles] what has just come, NULL: all; known:
 * [articles] the number of the event that each was in, 0 for none, NULL: none was in any. Articles
 * from long before what has come stay where they were. */
int tdg_update_store_events(struct tdg_update *update, const struct tdg_run *run, const bool *fresh,
                            const int64_t *known);

#endif
