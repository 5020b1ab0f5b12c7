// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_SEQUEL_H
#define TDG_STORY_SEQUEL_H

#include <stdint.h>

#include "story/bond.h"
#include "story/party.h"

/* sequel[i] becomes the party that party i takes up again, or TDG_NONE; [count]. */
void tdg_theatre_sequels(struct tdg_theatre *theatre, uint32_t *sequel, struct tdg_layout *layout);

#endif
