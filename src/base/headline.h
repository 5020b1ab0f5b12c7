// SPDX-License-Identifier: GPL-3.0-or-later
/** What an article is called. */
#ifndef TDG_BASE_HEADLINE_H
#define TDG_BASE_HEADLINE_H

#include <stdint.h>

#include "base/memory.h"

/** What is known of an article that may have no title. No string is NULL but `text`. */
struct tdg_headline_facts {
    const char *title;
    const char *text; /* NULL where it is not kept in its order */
    const char *source;
    const char *id;
    int64_t published;
};

/** What people read instead of an article: its title, else the first words of its text (up to 80
 * characters, with an ellipsis where there are more), else its source and date, else its id. Never
 * empty where the id is not. Borrowed from the facts or in the arena; NULL when out of memory. */
const char *tdg_headline(const struct tdg_headline_facts *facts, struct tdg_arena *arena);

#endif
