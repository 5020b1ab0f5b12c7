// SPDX-License-Identifier: GPL-3.0-or-later
/** "Did you mean …?" Start with {.typed = …}, offer every name there is, read `best`. */
#ifndef TDG_CLI_SUGGESTION_H
#define TDG_CLI_SUGGESTION_H

#include <stddef.h>

struct tdg_suggestion {
    const char *typed;
    const char *best; /* NULL where nothing is near */
    size_t distance;
};

void tdg_suggestion_offer(struct tdg_suggestion *suggestion, const char *name);

#endif
