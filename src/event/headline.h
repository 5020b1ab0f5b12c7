// SPDX-License-Identifier: GPL-3.0-or-later
/** What an event is called. */
#ifndef TDG_EVENT_HEADLINE_H
#define TDG_EVENT_HEADLINE_H

#include "event/event.h"
#include "event/rows.h"

/* Fills in the headline of each: one from the middle of it, of those that say what happened rather
 * than ask or promise it. TDG_ENOMEM. */
int tdg_event_headlines(struct tdg_events *events, const struct tdg_event_input *input,
                        const struct tdg_event_rows *rows);

/** How well a title says what happened: 1, and less of one that asks, announces a ticker or is
 * opinion, quotation or a list. */
double tdg_headline_manner(const char *title);

#endif
