// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_JOIN_H
#define TDG_STORY_JOIN_H

#include "story/bond.h"
#include "story/party.h"

/* Joins all that belong together. */
int tdg_theatre_join(struct tdg_theatre *theatre, struct tdg_layout *layout);

#endif
