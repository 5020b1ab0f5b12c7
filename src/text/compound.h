// SPDX-License-Identifier: GPL-3.0-or-later
/** Words that are written as one or as two. */
#ifndef TDG_TEXT_COMPOUND_H
#define TDG_TEXT_COMPOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "text/adjacent.h"
#include "text/tokens.h"

/* "cyber security" becomes "cybersecurity" in streams and forms, where both are
 * written. `joined` says whether there was any. TDG_ENOMEM. */
int tdg_compounds_join(struct tdg_tokens *tokens, const struct tdg_followers *pairs,
                       size_t language_count, bool *joined);

#endif
