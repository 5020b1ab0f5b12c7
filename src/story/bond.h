// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_BOND_H
#define TDG_STORY_BOND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "story/facts.h"
#include "story/party.h"

/* One party laid out, so that many can be held against it. Scratch of a worker. */
struct tdg_layout {
    float *count;  /* [columns] 0 between uses */
    float *weight; /* [columns] */
    float *burst;  /* [columns] */
    const struct tdg_party *party;
};

int tdg_layout_init(struct tdg_layout *layout, size_t columns);
void tdg_layout_done(struct tdg_layout *layout);
void tdg_layout_set(struct tdg_layout *layout, const struct tdg_party *party);
void tdg_layout_clear(struct tdg_layout *layout);

/* Above 0: the party that is laid out and the other one are likelier to tell one event than two;
 * `timeless` leaves out what their times say. */
double tdg_bond(const struct tdg_layout *layout, const struct tdg_party *other,
                const struct tdg_story_facts *facts, bool timeless);

/* Seconds between the end of one and the beginning of the other, 0 where they overlap or a time is
 * not known. */
int64_t tdg_party_gap(const struct tdg_party *a, const struct tdg_party *b);

#endif
