// SPDX-License-Identifier: GPL-3.0-or-later
/** The words of some of the articles. */
#ifndef TDG_TEXT_SHARD_H
#define TDG_TEXT_SHARD_H

#include "text/shards.h"

/* shard.c. TDG_ENOMEM. */
int tdg_shard_read(const struct tdg_reading *reading, struct tdg_shard *shard);
void tdg_shard_done(struct tdg_shard *shard);

#endif
