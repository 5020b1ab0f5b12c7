// SPDX-License-Identifier: GPL-3.0-or-later
/** Ids of themes, parents and stories: "T5", "P2", "T5.1", "T5.S1". */
#ifndef TDG_PIPELINE_IDS_H
#define TDG_PIPELINE_IDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"

/** One part of an id: "T5", "P2", "1" or "P1". */
struct tdg_id_part {
    bool parent;
    size_t number;
    size_t length;
};

/** `inside`: of a theme, where themes have only their numbers. False if there is none. */
bool tdg_id_part_read(struct tdg_id_part *part, const char *text, bool inside);

/** "T5", "P2", "T5.1", "T5.P1.3": a theme or parent, and what is inside it. */
bool tdg_within_is_id(const char *id);

/** The first part of an id, such as T5 of "T5.1", by its number; 0 if it is no theme. `rest`: what
 * follows it, "" or ".1". */
size_t tdg_within_theme(const char *id, const char **rest);

/** "T1" for the letter T and index 0, in the arena; NULL when out of memory. Inside the theme or
 * parent `outer`: "T5.1" for the letter T, "T5.S1" for others; outer NULL: among all articles. */
const char *tdg_view_id(const char *outer, char letter, size_t index, struct tdg_arena *arena);

#endif
