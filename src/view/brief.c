// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/brief.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/by_number.h"
#include "view/requested_period.h"

/* Articles of another event in the period; items that are too few to say who is first. */
enum { SEVERAL = 2, FEW = 3 };

static const double seen = 0.5; /* an event is told where so much of it is in an item */

static int beyond_chance(const struct tdg_latest_view *latest, uint32_t theme)
{
    for (size_t i = 0; i < latest->movement_count; i++)
        if (latest->movements[i].theme == theme && !*latest->movements[i].term)
            return latest->movements[i].after > latest->movements[i].before ? 1 : -1;
    return 0;
}

static int in_order(const void *left, const void *right)
{
    const struct tdg_brief_theme *a = left, *b = right;
    if (a->theme->mixed != b->theme->mixed)
        return a->theme->mixed ? 1 : -1;
    if (a->originals != b->originals)
        return a->originals > b->originals ? -1 : 1;
    return (a->theme > b->theme) - (a->theme < b->theme); /* views are in an array */
}

static int list_themes(struct tdg_brief *brief, const struct tdg_analysis *analysis,
                       uint32_t period, struct tdg_arena *arena)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    size_t count = tdg_analysis_theme_count(analysis);
    brief->themes = tdg_arena_alloc(arena, (count + 1) * sizeof *brief->themes);
    if (!brief->themes)
        return TDG_ENOMEM;
    for (uint32_t i = 0; i < count; i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        const struct tdg_point_view *point = &theme->series[period];
        bool compared = theme->change.period == period;
        double usual =
            compared ? theme->change.baseline * (double)brief->period->originals : (double)NAN;
        if (!point->originals && !(usual >= 0.5))
            continue;
        brief->themes[brief->theme_count++] = (struct tdg_brief_theme){
            .theme = theme,
            .originals = point->originals,
            .usual = usual,
            .beyond = latest->period == period ? beyond_chance(latest, i) : 0,
        };
    }
    if (brief->theme_count)
        qsort(brief->themes, brief->theme_count, sizeof *brief->themes, in_order);
    return TDG_OK;
}

/* Movements are of themes and parents first, then of terms. */
static int list_movements(struct tdg_brief *brief, const struct tdg_analysis *analysis,
                          struct tdg_arena *arena)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    size_t room = (latest->movement_count + 1) * sizeof(void *);
    brief->quiet = tdg_arena_alloc(arena, room);
    brief->back = tdg_arena_alloc(arena, room);
    if (!brief->quiet || !brief->back)
        return TDG_ENOMEM;
    for (size_t i = 0; i < latest->movement_count; i++) {
        const struct tdg_finding_view *movement = &latest->movements[i];
        if (movement->after < movement->before)
            brief->quiet[brief->quiet_count++] = movement;
        else if (movement->kind == TDG_RETURNING && !*movement->term)
            brief->back[brief->back_count++] = movement;
    }
    return TDG_OK;
}

/* Articles of items are ascending. */
static bool is_in_lead(const struct tdg_analysis *analysis, const struct tdg_event_view *event)
{
    size_t items = tdg_analysis_lead_count(analysis, TDG_LEAD_PERIOD);
    for (size_t i = 0; i < items; i++) {
        const struct tdg_lead_view *item = tdg_analysis_lead(analysis, TDG_LEAD_PERIOD, i);
        size_t common = 0;
        for (size_t m = 0; m < event->articles; m++)
            common += bsearch(&event->members[m], item->articles, item->article_count,
                              sizeof *item->articles, tdg_by_number) != NULL;
        if ((double)common >= seen * (double)event->articles)
            return true;
    }
    return false;
}

static int list_events(struct tdg_brief *brief, const struct tdg_analysis *analysis,
                       const struct tdg_told_event *events, size_t count, struct tdg_arena *arena)
{
    brief->events = tdg_arena_alloc(arena, (count + 1) * sizeof(void *));
    for (size_t i = 0; brief->events && i < count; i++)
        if (events[i].articles >= SEVERAL && !is_in_lead(analysis, events[i].event))
            brief->events[brief->event_count++] = &events[i];
    return brief->events ? TDG_OK : TDG_ENOMEM;
}

/* The source that was first with most of what several tell; in a tie, with the higher items. */
static void find_first(struct tdg_brief *brief, const struct tdg_analysis *analysis)
{
    size_t items = tdg_analysis_lead_count(analysis, TDG_LEAD_PERIOD);
    for (size_t i = 0; i < items; i++) {
        const struct tdg_lead_view *item = tdg_analysis_lead(analysis, TDG_LEAD_PERIOD, i);
        const struct tdg_event_view *event = tdg_analysis_event(analysis, item->event);
        size_t first = 0;
        if (!event || event->reach.sources < 2 || !*event->reach.first)
            continue;
        brief->told++;
        for (size_t k = i; k < items; k++) {
            const struct tdg_event_view *other = tdg_analysis_event(
                analysis, tdg_analysis_lead(analysis, TDG_LEAD_PERIOD, k)->event);
            first += other && other->reach.sources > 1 &&
                     strcmp(other->reach.first, event->reach.first) == 0;
        }
        if (first > brief->first) {
            brief->first = first;
            brief->first_source = event->reach.first;
        }
    }
    if (brief->told < FEW || 2 * brief->first < brief->told)
        brief->first = 0;
}

static size_t count_sources(const struct tdg_latest_view *latest)
{
    size_t count = 0;
    for (size_t i = 0; i < latest->source_count; i++)
        count += latest->sources[i].articles > 0;
    return count;
}

int tdg_brief_make(struct tdg_brief *brief, const struct tdg_analysis *analysis,
                   const struct tdg_told_event *events, size_t event_count, struct tdg_arena *arena)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    uint32_t period = tdg_report_period(analysis);
    *brief = (struct tdg_brief){.period = tdg_analysis_period(analysis, period)};
    if (!*latest->asked || !brief->period) {
        brief->period = NULL;
        return TDG_OK;
    }
    int status = list_themes(brief, analysis, period, arena);
    if (!status)
        status = list_events(brief, analysis, events, event_count, arena);
    if (!status && latest->period == period) {
        brief->sources = count_sources(latest);
        status = list_movements(brief, analysis, arena);
    }
    find_first(brief, analysis);
    return status;
}
