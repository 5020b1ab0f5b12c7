// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/event: groups that are no event. */
#ifndef TDG_EVENT_LOOSE_H
#define TDG_EVENT_LOOSE_H

#include <stdint.h>

#include "event/event.h"
#include "event/pairs.h"
#include "event/rows.h"

/* Parts again the groups among the parts that are a slice of a long subject, a season or a format:
 * what is left of them are the events in them. pairs: of the rows. TDG_ENOMEM. */
int tdg_loose_part(uint32_t *part, const struct tdg_event_rows *rows, const struct tdg_pairs *pairs,
                   const struct tdg_event_options *options);

#endif
