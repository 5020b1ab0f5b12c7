// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/story.h"

#include <stdlib.h>

struct tdg_story_options tdg_story_defaults(void)
{
    return (struct tdg_story_options){.pause = INT64_C(21) * 86400, .terms = 5};
}

void tdg_stories_done(struct tdg_stories *stories)
{
    free(stories->items);
    free(stories->story);
    tdg_arena_done(&stories->arena);
    *stories = (struct tdg_stories){0};
}
