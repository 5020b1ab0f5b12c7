// SPDX-License-Identifier: GPL-3.0-or-later
/** Lines that are no part of an article. */
#ifndef TDG_CLEAN_BOILERPLATE_H
#define TDG_CLEAN_BOILERPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "clean/plain.h"

/* drops credit lines and repetitions from a body in place. Never empties it.
 * TDG_ENOMEM. */
int tdg_boilerplate_strip(struct tdg_clean_scratch *scratch, char *body, size_t *length);

/* True for a line that is a credit, an invitation to subscribe or the like. */
bool tdg_is_boilerplate(struct tdg_span line);

#endif
