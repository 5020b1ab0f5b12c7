// SPDX-License-Identifier: GPL-3.0-or-later
/** From articles to events. */
#ifndef TDG_EVENT_BUILD_H
#define TDG_EVENT_BUILD_H

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "event/event.h"

/** Joins articles that are alike in what is special in their days, whatever themes they are in.
 * Copies are where their original is; undated articles are in no event. Nothing is drawn by chance.
 * given: [articles] the events as they are known already, each article by a row of its event, the
 * same for all of them, TDG_NONE for one in none: they are described only. NULL: they are sought.
 */
int tdg_events_build(struct tdg_events *events, const struct tdg_event_input *input,
                     const uint32_t *given, const struct tdg_event_options *options,
                     struct tdg_workers *workers, const struct tdg_monitor *monitor,
                     struct tdg_error *error);

#endif
