// SPDX-License-Identifier: GPL-3.0-or-later
/* Is a group there at the end of the whole periods, and was it there before? One period without an
 * article is an accident; only a silence is a sign, and so is the first word after one. */
#include "series/status.h"

#include <stdbool.h>
#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "calendar/period.h"
#include "detect/family.h"
#include "series/mix.h"

/* Where the sources of a group are hardly there, its silence says nothing. */
static const double min_mix = 0.2;

enum { LONG_ENOUGH = 2 * TDG_SILENCE }; /* periods */

struct presence {
    bool at_the_end; /* in one of the last periods */
    bool long_ago;   /* before them */
    bool just_now;   /* in the last period itself */
    bool lately;     /* in one of the last periods but the very last */
    bool known;      /* there are periods before the last ones */
};

static struct presence presence_of(const struct tdg_trends *trends, size_t group)
{
    const struct tdg_point_view *points = trends->points + group * trends->period_count;
    struct presence presence = {0};
    size_t back = 0; /* whole periods seen so far, from the end */
    for (size_t p = trends->period_count; p-- > 0;) {
        const struct tdg_period_view *period = &trends->periods[p];
        bool there = points[p].originals > 0;
        if (tdg_period_counts(period) && tdg_mix_of_theme(trends->mix, group, p) >= min_mix)
            back++;
        presence.just_now |= there && back <= 1;
        presence.lately |= there && back > 1 && back <= TDG_SILENCE;
        presence.long_ago |= there && back > TDG_SILENCE;
    }
    presence.known = back > TDG_SILENCE;
    presence.at_the_end = presence.just_now || presence.lately;
    return presence;
}

static enum tdg_theme_status status_of(const struct presence *presence)
{
    if (presence->long_ago && !presence->at_the_end)
        return TDG_THEME_GONE;
    if (presence->long_ago && !presence->lately)
        return TDG_THEME_RETURNING;
    if (presence->at_the_end && !presence->long_ago && presence->known)
        return TDG_THEME_NEW;
    return TDG_THEME_CONTINUING;
}

void tdg_series_status(struct tdg_trends *trends, uint32_t groups)
{
    size_t whole = 0;
    for (size_t p = 0; p < trends->period_count; p++)
        whole += tdg_period_counts(&trends->periods[p]);
    for (uint32_t g = 0; g < groups; g++) {
        struct presence presence = presence_of(trends, g);
        /* Where the collection is hardly longer than a silence, nothing can be new or gone. */
        trends->statuses[g] = whole >= LONG_ENOUGH ? status_of(&presence) : TDG_THEME_CONTINUING;
    }
}
