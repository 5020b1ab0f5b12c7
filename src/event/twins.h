// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/event: groups that are one event. */
#ifndef TDG_EVENT_TWINS_H
#define TDG_EVENT_TWINS_H

#include <stdint.h>

#include "base/workers.h"
#include "event/event.h"
#include "event/rows.h"

/* Joins parts of the rows, as tdg_partition leaves them, that are alike as wholes. TDG_ENOMEM. */
int tdg_twins_join(uint32_t *part, const struct tdg_event_rows *rows,
                   const struct tdg_event_options *options, struct tdg_workers *workers);

#endif
