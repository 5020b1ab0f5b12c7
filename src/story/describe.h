// SPDX-License-Identifier: GPL-3.0-or-later
/** The headline and the terms of a story. */
#ifndef TDG_STORY_DESCRIBE_H
#define TDG_STORY_DESCRIBE_H

#include "story/story.h"

/** Fills in the headlines and terms of stories that are known by their groups and members. The
 * headline of a story without originals is TDG_NONE. Of the input nothing is taken of neighbours
 * and times. TDG_ENOMEM. */
int tdg_stories_describe(struct tdg_stories *stories, const struct tdg_story_input *input,
                         const struct tdg_story_options *options);

#endif
