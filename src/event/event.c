// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/event.h"

#include <stdlib.h>

/* Chosen on data/events.tsv (headlines_uk, business_headlines, nyt2011) together; what other values
 * reach is in tests/tune/README.md. */
struct tdg_event_options tdg_event_defaults(void)
{
    return (struct tdg_event_options){
        .around = 3,
        .before = 42,
        .reach = 4,
        .decay = 6,
        .likeness = 0.15,
        .nearest = 100,
        .density = 0.2,
        .twin_likeness = 0.22,
        .twin_decay = 10,
        .twin_gap = 3,
        .span = 14,
        .calm = 1.45,
        .one_worded = 1.65,
        .word_share = 0.75,
        .strict = 0.35,
        .chapter_reach = 28,
        .chapter_likeness = 0.15,
        .name_boost = 1.5,
        .pair_weight = 0.5,
        .title_weight = 2,
        .body_words = 160,
    };
}

void tdg_events_done(struct tdg_events *events)
{
    free(events->items);
    free(events->event);
    tdg_title_patterns_done(&events->patterns);
    tdg_event_formats_done(&events->formats);
    tdg_arena_done(&events->arena);
    *events = (struct tdg_events){0};
}
