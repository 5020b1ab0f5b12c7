// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_BURST_H
#define TDG_STORY_BURST_H

#include "story/story.h"

/* burst[cell of input->rows], >= 0; to be freed also on failure. Rows are in the order of
 * time, undated ones last. */
int tdg_bursts_find(float **burst, const struct tdg_story_input *input);

#endif
