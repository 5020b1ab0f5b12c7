// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/event.h"

#include <math.h>
#include <stdlib.h>

/* Chosen on data/events.tsv (headlines_uk, business_headlines, nyt2011) together; what other values
 * reach: twin_likeness .2 to .25 and density .15 to .25 move the share of an event that is found by
 * less than .02; without the burst of words it is .54 to .60 instead of .80; with `lone` at 1
 * articles about "towers" or "letters" meet in small events, at .25 true ones fall apart. */
struct tdg_event_options tdg_event_defaults(void)
{
    return (struct tdg_event_options){
        .around = 3,
        .before = 42,
        .reach = 4,
        .decay = 6,
        .likeness = 0.15,
        .lone = 0.5,
        .nearest = 100,
        .density = 0.2,
        .twin_likeness = 0.22,
        .twin_decay = 10,
        .twin_gap = 3,
        .span = 14,
        .calm = 1.45,
        .one_worded = 1.7,
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

double tdg_event_pace(double articles, double days)
{
    const double thick = 15, longest = 3.5;
    return fmax(1, fmin(longest, thick * days / fmax(articles, 1)));
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
