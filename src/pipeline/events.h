// SPDX-License-Identifier: GPL-3.0-or-later
/** The steps that find events, and the stories in them. */
#ifndef TDG_PIPELINE_EVENTS_H
#define TDG_PIPELINE_EVENTS_H

#include "pipeline/run.h"

/** Fills in run->events from the dates and words of the articles; none where half of them have no
 * date. Themes are there. */
int tdg_run_find_events(struct tdg_run *run);

/** The same from the events that the articles are known to be in: see tdg_events_build. */
int tdg_run_describe_events(struct tdg_run *run, const uint32_t *given);

/** Fills in run->stories, those of an event by themselves. What is a story and has no date is an
 * event, too. */
int tdg_run_find_stories(struct tdg_run *run);

#endif
