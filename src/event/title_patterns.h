// SPDX-License-Identifier: GPL-3.0-or-later
/** Words of titles and bodies that name a column, no event. */
#ifndef TDG_EVENT_TITLE_PATTERNS_H
#define TDG_EVENT_TITLE_PATTERNS_H

#include <stddef.h>
#include <stdint.h>

#include "text/text.h"

enum { TDG_PATTERN_WORDS = 16 }; /* at most at one place */
struct tdg_title_patterns {
    uint8_t *words[TDG_TEXT_PLACES]; /* [rows] how many words at this place are a pattern */
};

/** Week since 1970, from Monday to Sunday. */
static inline int64_t tdg_event_week(int64_t time)
{
    const int64_t week = INT64_C(7) * 86400, monday = INT64_C(4) * 86400;
    int64_t from = time - monday;
    return from / week - (from % week < 0);
}

/** {0} before; to be freed also on failure. Without dates, and where they are less than two
 * months apart, there are none. */
int tdg_title_patterns_find(struct tdg_title_patterns *patterns, const struct tdg_streams *streams,
                            const int64_t *published);
void tdg_title_patterns_done(struct tdg_title_patterns *patterns);

/** The terms of those words; returns how many. */
size_t tdg_title_pattern_words(uint32_t words[TDG_TEXT_PLACES * TDG_PATTERN_WORDS],
                               const struct tdg_title_patterns *patterns,
                               const struct tdg_streams *streams, uint32_t row);

#endif
