// SPDX-License-Identifier: GPL-3.0-or-later
/** The steps that find events, and the stories in them. */
#ifndef TDG_PIPELINE_EVENTS_H
#define TDG_PIPELINE_EVENTS_H

#include "pipeline/run.h"

/** Fills in run->events from the dates and words of the articles; none where half of them have no
 * date. Themes are there. */
int tdg_run_find_events(struct tdg_run *run);

/** Fills in run->stories, those of an event by themselves. What is a story and has no date is an
 * event, too. */
int tdg_run_find_stories(struct tdg_run *run);

#endif
