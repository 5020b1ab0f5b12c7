// SPDX-License-Identifier: GPL-3.0-or-later
/** Terms as they stand in titles. */
#ifndef TDG_LABEL_TITLES_H
#define TDG_LABEL_TITLES_H

#include <stdint.h>

#include "base/memory.h"
#include "label/groups.h"

/** What stands between `left` and `right` in most of the titles that have both close together, by a
 * blank from each: "of" between "House" and "Fraser". Copied into the arena, "" for nothing, NULL
 * when out of memory. */
const char *tdg_titles_between(const struct tdg_stems *stems, uint32_t group, const char *left,
                               const char *right, struct tdg_arena *arena);

/** The digit that stands behind a word in most of the titles that have it: '1' behind "Formel"; 0
 * for none. */
char tdg_titles_digit(const struct tdg_stems *stems, uint32_t group, const char *word);

#endif
