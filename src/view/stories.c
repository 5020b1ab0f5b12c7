// SPDX-License-Identifier: GPL-3.0-or-later
/* From events, formats and stories to their views, and how far they and the themes went. */
#include "view/stories.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/zone.h"
#include "event/event.h"
#include "pipeline/ids.h"
#include "story/story.h"
#include "view/result.h"
#include "view/theme_sources.h"

enum { DAY = 86400, HOUR = 3600 };

struct viewing {
    struct tdg_analysis *analysis;
    const struct tdg_run *run;
    uint32_t *source; /* [articles] number of its source, TDG_NONE where it has none */
    uint32_t *seen;   /* [articles, so sources] the last list that a source was met in */
    uint32_t list;    /* number of the present one, from 1 */
    double *lag;      /* [articles] scratch */
};

static int compare_lags(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *value, size_t count)
{
    if (!count)
        return (double)NAN;
    qsort(value, count, sizeof *value, compare_lags);
    return (value[(count - 1) / 2] + value[count / 2]) / 2;
}

static bool is_dated(const struct tdg_article_view *article)
{
    return article->published != TDG_NO_DATE;
}

/* The reach of articles in their order: of those with a date the first one was first. */
static struct tdg_reach_view reach_of(struct viewing *viewing, const uint32_t *member, size_t count)
{
    const struct tdg_article_view *articles = viewing->analysis->articles;
    struct tdg_reach_view reach = {.first = ""};
    size_t lags = 0;
    viewing->list++;
    for (size_t i = 0; i < count; i++) {
        const struct tdg_article_view *article = &articles[member[i]];
        uint32_t source = viewing->source[member[i]];
        if (i == 0 && is_dated(article))
            reach.first = article->source;
        if (source != TDG_NONE && viewing->seen[source] != viewing->list) {
            viewing->seen[source] = viewing->list;
            reach.sources++;
        }
        if (article->copy_of == TDG_NONE)
            continue;
        const struct tdg_article_view *original = &articles[article->copy_of];
        reach.copies++;
        if (is_dated(article) && is_dated(original))
            viewing->lag[lags++] = (double)(article->published - original->published) / HOUR;
    }
    reach.lag = median(viewing->lag, lags);
    return reach;
}

static const char *day_text(struct tdg_arena *arena, int64_t day)
{
    char text[TDG_TIME_SIZE];
    tdg_time_text(day * DAY, text);
    return tdg_arena_copy(arena, text, strcspn(text, "T"));
}

/* When the articles of a list came: the dated ones come first and in their order. */
struct times {
    int64_t first, last;
    const struct tdg_day_view *curve;
    size_t day_count;
};

static int view_times(struct times *times, const struct viewing *viewing, const uint32_t *members,
                      size_t count)
{
    const struct tdg_article_view *articles = viewing->analysis->articles;
    struct tdg_arena *arena = &viewing->analysis->arena;
    struct tdg_day_view *curve = NULL;
    int64_t before = 0;
    size_t days = 0;
    *times = (struct times){.first = TDG_NO_DATE, .last = TDG_NO_DATE};
    for (int pass = 0; pass < 2; pass++) {
        days = 0;
        for (size_t i = 0; i < count && is_dated(&articles[members[i]]); i++) {
            int64_t time = articles[members[i]].published;
            int64_t day = tdg_zone_day(viewing->run->settings.zone, time, NULL);
            times->first = i ? times->first : time;
            times->last = time;
            days += i == 0 || day != before;
            before = day;
            if (pass == 0)
                continue;
            if (!curve[days - 1].articles++)
                curve[days - 1].day = day_text(arena, day);
            if (!curve[days - 1].day)
                return TDG_ENOMEM;
        }
        if (pass == 0)
            curve = tdg_arena_alloc(arena, (days + 1) * sizeof *curve);
        if (!curve)
            return TDG_ENOMEM;
        if (pass == 0)
            memset(curve, 0, (days + 1) * sizeof *curve);
    }
    times->curve = curve;
    times->day_count = days;
    return TDG_OK;
}

static int keep_terms(struct tdg_story_view *view, const struct tdg_story *story,
                      struct tdg_arena *arena)
{
    struct tdg_term_view *terms = tdg_arena_alloc(arena, (story->term_count + 1) * sizeof *terms);
    for (size_t i = 0; terms && i < story->term_count; i++) {
        terms[i] = story->terms[i];
        terms[i].term = tdg_arena_string(arena, story->terms[i].term);
        if (!terms[i].term)
            return TDG_ENOMEM;
    }
    view->terms = terms;
    view->term_count = story->term_count;
    return terms ? TDG_OK : TDG_ENOMEM;
}

static int view_story(struct viewing *viewing, size_t index)
{
    const struct tdg_story *story = &viewing->run->stories.items[index];
    struct tdg_story_view *view = &viewing->analysis->stories[index];
    struct times times;
    if (view_times(&times, viewing, story->members, story->articles))
        return TDG_ENOMEM;
    *view = (struct tdg_story_view){
        .first = times.first,
        .last = times.last,
        .curve = times.curve,
        .day_count = times.day_count,
        .id = tdg_view_id(viewing->run->within.id, 'S', index, &viewing->analysis->arena),
        .theme = story->group,
        .headline = story->headline,
        .articles = story->articles,
        .originals = story->originals,
        .reach = reach_of(viewing, story->members, story->articles),
        .members = story->members,
        .sequel_of = story->sequel_of,
    };
    return view->id ? keep_terms(view, story, &viewing->analysis->arena) : TDG_ENOMEM;
}

static int view_event(struct viewing *viewing, size_t index)
{
    const struct tdg_event *event = &viewing->run->events.items[index];
    struct times times;
    if (view_times(&times, viewing, event->members, event->articles))
        return TDG_ENOMEM;
    struct tdg_event_view *view = &viewing->analysis->events[index];
    *view = (struct tdg_event_view){
        .id = tdg_view_id(viewing->run->within.id, 'E', index, &viewing->analysis->arena),
        .theme = event->group,
        .headline = event->headline,
        .first = times.first,
        .last = times.last,
        .articles = event->articles,
        .originals = event->originals,
        .reach = reach_of(viewing, event->members, event->articles),
        .curve = times.curve,
        .day_count = times.day_count,
        .members = event->members,
        .follows = event->follows,
    };
    return view->id ? TDG_OK : TDG_ENOMEM;
}

/* Their articles have dates, and come in their order. */
static int view_formats(struct viewing *viewing)
{
    struct tdg_analysis *analysis = viewing->analysis;
    const struct tdg_event_formats *formats = &viewing->run->events.formats;
    analysis->formats = tdg_alloc(formats->count, sizeof *analysis->formats);
    if (!analysis->formats)
        return TDG_ENOMEM;
    analysis->format_count = formats->count;
    for (size_t i = 0; i < formats->count; i++) {
        const struct tdg_event_format *format = &formats->items[i];
        const uint32_t *members = format->members;
        analysis->formats[i] = (struct tdg_format_view){
            .pattern = format->shape,
            .first = analysis->articles[members[0]].published,
            .last = analysis->articles[members[format->articles - 1]].published,
            .articles = format->articles,
            .sources = reach_of(viewing, members, format->articles).sources,
            .members = members,
        };
    }
    return TDG_OK;
}

/* The stories of an event, in their order: each is in the event of its headline. */
static int link_stories(struct viewing *viewing)
{
    struct tdg_analysis *analysis = viewing->analysis;
    uint32_t *all = tdg_arena_alloc(&analysis->arena, (analysis->story_count + 1) * sizeof *all);
    const uint32_t *list = all;
    if (!all)
        return TDG_ENOMEM;
    const uint32_t *event = viewing->run->events.event;
    for (size_t s = 0; s < analysis->story_count; s++)
        if (event[analysis->stories[s].headline] != TDG_NONE)
            analysis->events[event[analysis->stories[s].headline]].story_count++;
    for (size_t e = 0; e < analysis->event_count; e++) {
        analysis->events[e].stories = list;
        list += analysis->events[e].story_count;
        analysis->events[e].story_count = 0;
    }
    for (uint32_t s = 0; s < analysis->story_count; s++) {
        uint32_t own = event[analysis->stories[s].headline];
        if (own == TDG_NONE)
            continue;
        struct tdg_event_view *view = &analysis->events[own];
        all[view->stories + view->story_count++ - all] = s;
    }
    return TDG_OK;
}

static int view_events(struct viewing *viewing)
{
    struct tdg_analysis *analysis = viewing->analysis;
    size_t count = viewing->run->events.count;
    analysis->events = tdg_alloc(count, sizeof *analysis->events);
    int status = analysis->events ? TDG_OK : TDG_ENOMEM;
    analysis->event_count = status ? 0 : count;
    for (size_t i = 0; !status && i < count; i++)
        status = view_event(viewing, i);
    return status ? status : link_stories(viewing);
}

/* All articles by theme, in their order, for the reach of each. */
static int view_reach(struct viewing *viewing)
{
    struct tdg_analysis *analysis = viewing->analysis;
    size_t *next = tdg_alloc(analysis->theme_count + 1, sizeof *next);
    uint32_t *member = tdg_alloc(analysis->corpus.articles, sizeof *member);
    int status = next && member ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < analysis->theme_count; i++)
        next[i + 1] = next[i] + analysis->themes[i].articles;
    for (uint32_t i = 0; !status && i < analysis->corpus.articles; i++)
        if (analysis->articles[i].theme != TDG_NONE)
            member[next[analysis->articles[i].theme]++] = i;
    for (size_t i = 0; !status && i < analysis->theme_count; i++) {
        size_t count = analysis->themes[i].articles;
        analysis->themes[i].reach = reach_of(viewing, member + next[i] - count, count);
    }
    free(next);
    free(member);
    return status;
}

static int prepare(struct viewing *viewing)
{
    size_t count = viewing->analysis->corpus.articles;
    viewing->source = tdg_alloc(count, sizeof *viewing->source);
    viewing->seen = tdg_alloc(count, sizeof *viewing->seen);
    viewing->lag = tdg_alloc(count, sizeof *viewing->lag);
    if (!viewing->source || !viewing->seen || !viewing->lag)
        return TDG_ENOMEM;
    return tdg_number_sources(viewing->source, viewing->analysis);
}

int tdg_view_stories(struct tdg_analysis *analysis, struct tdg_run *run)
{
    struct viewing viewing = {.analysis = analysis, .run = run};
    int status = prepare(&viewing);
    analysis->stories = tdg_alloc(run->stories.count, sizeof *analysis->stories);
    analysis->story_count = analysis->stories ? run->stories.count : 0;
    if (!status && !analysis->stories)
        status = TDG_ENOMEM;
    for (size_t i = 0; !status && i < analysis->story_count; i++)
        status = view_story(&viewing, i);
    if (!status)
        status = view_events(&viewing);
    if (!status)
        status = view_formats(&viewing);
    if (!status)
        status = view_reach(&viewing);
    if (!status) { /* the lists of members live there */
        tdg_arena_adopt(&analysis->arena, &run->stories.arena);
        tdg_arena_adopt(&analysis->arena, &run->events.arena);
        tdg_arena_adopt(&analysis->arena, &run->events.formats.arena);
    }
    free(viewing.source);
    free(viewing.seen);
    free(viewing.lag);
    return status;
}
