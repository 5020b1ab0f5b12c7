// SPDX-License-Identifier: GPL-3.0-or-later
/** Articles of a kind that comes again and again, whatever has happened. */
#ifndef TDG_EVENT_FORMATS_H
#define TDG_EVENT_FORMATS_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"

/** Titles that are the same but for names and numbers. */
struct tdg_event_format {
    const char *shape; /* "… vs … live score and latest updates" */
    uint32_t *members; /* [articles] rows, ascending, copies among them */
    size_t articles;
};

/** {0} is empty. */
struct tdg_event_formats {
    struct tdg_event_format *items; /* [count] by their first row */
    size_t count;
    uint32_t *format; /* [articles] TDG_NONE for an article of none; NULL: there are none */
    struct tdg_arena arena;
};

/** titles, published: [articles] in the order of time, undated ones last; those are of no format.
 * {0} before; to be freed also on failure. TDG_ENOMEM. */
int tdg_event_formats_find(struct tdg_event_formats *formats, const char *const *titles,
                           const int64_t *published, size_t articles);
void tdg_event_formats_done(struct tdg_event_formats *formats);

#endif
