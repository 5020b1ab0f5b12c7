// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "view/requested_period.h"

/* A story or an event. */
struct told {
    const struct tdg_day_view *curve;
    size_t days, articles, originals;
};

static struct told story_at(const struct tdg_analysis *analysis, size_t index)
{
    const struct tdg_story_view *story = tdg_analysis_story(analysis, index);
    return (struct told){story->curve, story->day_count, story->articles, story->originals};
}

static struct told event_at(const struct tdg_analysis *analysis, size_t index)
{
    const struct tdg_event_view *event = tdg_analysis_event(analysis, index);
    return (struct told){event->curve, event->day_count, event->articles, event->originals};
}

/* One in the period. */
struct top {
    size_t index, articles, originals;
};

struct choosing {
    const struct tdg_analysis *analysis;
    struct told (*at)(const struct tdg_analysis *analysis, size_t index);
    size_t all;
    struct top *top; /* [count] the largest first */
    size_t count;
};

/* Days are as they are written, so they compare like text. */
static size_t articles_in(const struct told *told, const struct tdg_period_view *period)
{
    size_t articles = 0;
    for (size_t i = 0; i < told->days; i++)
        if (strcmp(told->curve[i].day, period->start) >= 0 &&
            strcmp(told->curve[i].day, period->end) <= 0)
            articles += told->curve[i].articles;
    return articles;
}

static bool is_larger(const struct top *a, const struct top *b)
{
    return a->articles != b->articles ? a->articles > b->articles : a->originals > b->originals;
}

/* Insertion into a short list: `limit` is a handful. Where memory is short there are none. */
static void choose(struct choosing *choosing, size_t limit, uint32_t *period)
{
    *period = tdg_report_period(choosing->analysis);
    const struct tdg_period_view *last = tdg_analysis_period(choosing->analysis, *period);
    size_t most = limit < choosing->all ? limit : choosing->all, count = 0;
    struct top *top = choosing->top = tdg_alloc(most, sizeof *top);
    for (size_t i = 0; top && most && i < choosing->all; i++) {
        struct told told = choosing->at(choosing->analysis, i);
        struct top one = {i, last ? articles_in(&told, last) : told.articles, told.originals};
        if (one.articles == 0 || one.originals < 2 ||
            (count == most && !is_larger(&one, &top[count - 1])))
            continue;
        size_t place = count < most ? count++ : count - 1;
        for (; place && is_larger(&one, &top[place - 1]); place--)
            top[place] = top[place - 1];
        top[place] = one;
    }
    choosing->count = count;
}

size_t tdg_report_stories(const struct tdg_analysis *analysis, struct tdg_told *told, size_t limit,
                          uint32_t *period)
{
    struct choosing choosing = {
        .analysis = analysis, .at = story_at, .all = tdg_analysis_story_count(analysis)};
    choose(&choosing, limit, period);
    for (size_t i = 0; i < choosing.count; i++)
        told[i] = (struct tdg_told){tdg_analysis_story(analysis, choosing.top[i].index),
                                    choosing.top[i].articles};
    free(choosing.top);
    return choosing.count;
}

size_t tdg_report_events(const struct tdg_analysis *analysis, struct tdg_told_event *told,
                         size_t limit, uint32_t *period)
{
    struct choosing choosing = {
        .analysis = analysis, .at = event_at, .all = tdg_analysis_event_count(analysis)};
    choose(&choosing, limit, period);
    for (size_t i = 0; i < choosing.count; i++)
        told[i] = (struct tdg_told_event){tdg_analysis_event(analysis, choosing.top[i].index),
                                          choosing.top[i].articles};
    free(choosing.top);
    return choosing.count;
}
