// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/events.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "event/build.h"
#include "event/event.h"
#include "pipeline/mute.h"
#include "story/build.h"
#include "story/story.h"

static bool is_dated(const struct tdg_run *run)
{
    size_t dated = 0, originals = 0;
    for (size_t i = 0; i < run->articles.count; i++) {
        originals += run->copy_of[i] == TDG_NONE;
        dated += run->copy_of[i] == TDG_NONE && run->published[i] != TDG_NO_DATE;
    }
    return 2 * dated >= originals;
}

static int no_events(struct tdg_run *run)
{
    uint32_t *event = tdg_alloc(run->articles.count, sizeof *event);
    if (!event)
        return tdg_fail_memory(run->error);
    for (size_t i = 0; i < run->articles.count; i++)
        event[i] = TDG_NONE;
    run->events = (struct tdg_events){.event = event, .pace = 1};
    return TDG_OK;
}

static int build(struct tdg_run *run, const uint32_t *given)
{
    const char **titles = tdg_alloc(run->articles.count, sizeof *titles);
    if (!titles)
        return tdg_fail_memory(run->error);
    for (size_t i = 0; i < run->articles.count; i++)
        titles[i] = run->articles.items[i].title;
    struct tdg_event_input input = {
        .streams = &run->streams,
        .copy_of = run->copy_of,
        .published = run->published,
        .group = run->grouping.group,
        .titles = titles,
        .muted = run->muted.article,
    };
    int status = tdg_events_build(&run->events, &input, given, &run->settings.event, run->workers,
                                  run->monitor, run->error);
    free(titles);
    return status;
}

int tdg_run_find_events(struct tdg_run *run)
{
    return is_dated(run) ? build(run, NULL) : no_events(run);
}

int tdg_run_describe_events(struct tdg_run *run, const uint32_t *given)
{
    return build(run, given);
}

/* An article of an event can be in a story with the others of it, one without a date with those of
 * its theme. */
static void list_units(uint32_t *unit, const struct tdg_run *run)
{
    bool dated = run->events.count > 0;
    for (size_t i = 0; i < run->articles.count; i++) {
        uint32_t group = run->grouping.group[i], event = run->events.event[i];
        if (group == TDG_NONE || (dated && event == TDG_NONE && run->published[i] != TDG_NO_DATE))
            unit[i] = TDG_NONE;
        else
            unit[i] = event == TDG_NONE ? (uint32_t)run->events.count + group : event;
    }
}

static int find(struct tdg_run *run, const uint32_t *unit)
{
    struct tdg_story_input input = {
        .grouping = &run->grouping,
        .unit = unit,
        .units = (uint32_t)run->events.count + run->grouping.groups,
        .patterns = run->events.patterns.words[0] ? &run->events.patterns : NULL,
        .counts = &run->counts,
        .shown = tdg_run_shown(run),
        .muted = run->muted.article,
        .rows = &run->rows,
        .nearest = &run->nearest,
        .vocabulary = &run->vocabulary,
        .streams = &run->streams,
        .copy_of = run->copy_of,
        .published = run->published,
    };
    return tdg_stories_build(&run->stories, &input, &run->settings.story, run->workers,
                             run->monitor, run->error);
}

/* Stories outside of all events are by articles without a date, which are the last ones: they come
 * behind the events that are there. */
static int add_events(struct tdg_run *run)
{
    struct tdg_events *events = &run->events;
    const struct tdg_stories *stories = &run->stories;
    size_t most = events->count + stories->count;
    struct tdg_event *items = realloc(events->items, (most + 1) * sizeof *items);
    if (!items)
        return tdg_fail_memory(run->error);
    events->items = items;
    for (size_t s = 0; s < stories->count; s++) {
        const struct tdg_story *story = &stories->items[s];
        if (events->event[story->headline] != TDG_NONE)
            continue;
        size_t size = story->articles * sizeof *story->members;
        uint32_t *members = tdg_arena_alloc(&events->arena, size);
        if (!members)
            return tdg_fail_memory(run->error);
        memcpy(members, story->members, size);
        for (size_t i = 0; i < story->articles; i++)
            events->event[members[i]] = (uint32_t)events->count;
        items[events->count++] = (struct tdg_event){.group = story->group,
                                                    .headline = story->headline,
                                                    .follows = TDG_NONE,
                                                    .members = members,
                                                    .articles = story->articles,
                                                    .originals = story->originals};
    }
    return TDG_OK;
}

int tdg_run_find_stories(struct tdg_run *run)
{
    uint32_t *unit = tdg_alloc(run->articles.count, sizeof *unit);
    if (!unit)
        return tdg_fail_memory(run->error);
    list_units(unit, run);
    int status = find(run, unit);
    free(unit);
    return status ? status : add_events(run);
}
