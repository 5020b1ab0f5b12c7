// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/event: events that go on with others. */
#ifndef TDG_EVENT_CHAPTERS_H
#define TDG_EVENT_CHAPTERS_H

#include "base/workers.h"
#include "event/event.h"
#include "event/rows.h"

/* Fills in what each event follows. TDG_ENOMEM. */
int tdg_chapters_find(struct tdg_events *events, const struct tdg_event_rows *rows,
                      const struct tdg_event_options *options, struct tdg_workers *workers);

#endif
