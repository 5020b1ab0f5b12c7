// SPDX-License-Identifier: GPL-3.0-or-later
/** Names that are shown whole. */
#ifndef TDG_LABEL_WHOLE_H
#define TDG_LABEL_WHOLE_H

#include <stdint.h>

#include "base/memory.h"
#include "label/groups.h"

/** What labels may be made of: the terms of `named` as an editor would write them, without those
 * that are a piece of a longer name. *terms: [groups], to be freed; their items live in the arena.
 * TDG_ENOMEM. */
int tdg_label_terms_build(struct tdg_label_terms **terms, const struct tdg_ranking *named,
                          uint32_t groups, const struct tdg_stems *stems, struct tdg_arena *arena);

#endif
