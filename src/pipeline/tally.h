// SPDX-License-Identifier: GPL-3.0-or-later
/** How many articles are of each source and language. */
#ifndef TDG_PIPELINE_TALLY_H
#define TDG_PIPELINE_TALLY_H

#include <stddef.h>

#include <tidings/types.h>

#include "base/memory.h"

/** Counts distinct names: most frequent first, then in byte order; "" is not counted. The tally and
 * its names live in the arena. next(context, i) is the name of item i < count. */
int tdg_tally_names(const struct tdg_tally **tally, size_t *distinct, size_t count,
                    const char *(*next)(const void *context, size_t index), const void *context,
                    struct tdg_arena *arena);

#endif
