// SPDX-License-Identifier: GPL-3.0-or-later
/** From themes to stories. */
#ifndef TDG_STORY_BUILD_H
#define TDG_STORY_BUILD_H

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "story/story.h"

/** Joins neighbours of the same theme into stories, the likeliest first, as long as two groups are
 * likelier to tell one event than two (story/link_score.c). A story that comes back after a pause
 * is a new one, the sequel of the old. Copies are where their original is. Nothing is drawn by
 * chance. Articles of a muted column are in no story, and what only muted sources tell is none. */
int tdg_stories_build(struct tdg_stories *stories, const struct tdg_story_input *input,
                      const struct tdg_story_options *options, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error);

#endif
