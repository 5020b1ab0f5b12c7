// SPDX-License-Identifier: GPL-3.0-or-later
/* Events, in one screenful: articles as vectors of what is special in their days, pairs of them
 * that are alike, the parts of the graph that these make, twins among the parts. */
#include "event/build.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "cluster/majority.h"
#include "event/chapters.h"
#include "event/headline.h"
#include "event/loose.h"
#include "event/pairs.h"
#include "event/partition.h"
#include "event/rows.h"
#include "event/twins.h"

static double pace_of(const struct tdg_event_rows *rows)
{
    size_t count = rows->matrix.rows;
    double days = count ? rows->day[count - 1] - rows->day[0] + 1 : 1;
    return tdg_event_pace((double)count, days);
}

/* The options where an event takes longer by a factor. */
static struct tdg_event_options slow(const struct tdg_event_options *options, double factor)
{
    struct tdg_event_options paced = *options;
    paced.reach *= factor;
    paced.decay *= factor;
    paced.twin_decay *= factor;
    paced.twin_gap *= factor;
    paced.span *= factor;
    paced.chapter_reach *= factor;
    return paced;
}

/* part: [rows] */
static int part_rows(uint32_t *part, const struct tdg_event_rows *rows,
                     const struct tdg_event_options *options, struct tdg_workers *workers)
{
    struct tdg_pairs pairs = {0};
    struct tdg_pair_options wanted = {.reach = options->reach,
                                      .decay = options->decay,
                                      .least = options->likeness,
                                      .lone = options->lone,
                                      .nearest = options->nearest};
    int status = tdg_pairs_find(&pairs, &rows->matrix, rows->day, NULL, &wanted, workers);
    if (!status)
        status = tdg_partition(part, rows->matrix.rows, &pairs, options->density);
    if (!status)
        status = tdg_twins_join(part, rows, options, workers);
    if (!status)
        status = tdg_loose_part(part, rows, &pairs, options);
    free(pairs.items);
    return status;
}

/* first: [articles] the first article of the event of each, TDG_NONE where it is alone; copies are
 * where their originals are. Parties that have nobody to give them a headline are none. */
static int spread(uint32_t *first, const struct tdg_event_input *input,
                  const struct tdg_event_rows *rows, const uint32_t *part)
{
    size_t articles = input->streams->articles;
    uint32_t *size = tdg_alloc(articles, sizeof *size);
    bool *led = tdg_alloc(articles, sizeof *led);
    int status = size && led ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; i < articles; i++)
        first[i] = TDG_NONE;
    for (size_t i = 0; i < rows->matrix.rows; i++)
        first[rows->article[i]] = rows->article[part[i]];
    for (size_t i = 0; !status && i < articles; i++) {
        if (input->copy_of[i] != TDG_NONE && !(input->muted && input->muted[i] & TDG_MUTED_COLUMN))
            first[i] = first[input->copy_of[i]];
        if (first[i] == TDG_NONE)
            continue;
        size[first[i]]++;
        led[first[i]] |= tdg_event_leads(input, i);
    }
    for (size_t i = 0; !status && i < articles; i++)
        if (first[i] != TDG_NONE && (size[first[i]] < 2 || !led[first[i]]))
            first[i] = TDG_NONE;
    free(size);
    free(led);
    return status;
}

/* Numbers the events by their first member, which may be a copy that came before its original. */
static int number(struct tdg_events *events, const uint32_t *first, size_t articles)
{
    uint32_t *size = tdg_alloc(articles, sizeof *size), *slot = tdg_alloc(articles, sizeof *slot);
    uint32_t *members = tdg_arena_alloc(&events->arena, (articles + 1) * sizeof *members);
    events->event = tdg_alloc(articles, sizeof *events->event);
    size_t count = 0;
    for (size_t i = 0; size && i < articles; i++)
        if (first[i] != TDG_NONE)
            count += size[first[i]]++ == 0;
    events->items = tdg_alloc(count, sizeof *events->items);
    bool good = size && slot && members && events->event && events->items;
    for (size_t i = 0; good && i < articles; i++) {
        events->event[i] = TDG_NONE;
        if (first[i] == TDG_NONE)
            continue;
        if (size[first[i]]) {
            slot[first[i]] = (uint32_t)events->count;
            events->items[events->count++] = (struct tdg_event){
                .group = TDG_NONE, .headline = TDG_NONE, .follows = TDG_NONE, .members = members};
            members += size[first[i]];
            size[first[i]] = 0;
        }
        events->event[i] = slot[first[i]];
    }
    free(size);
    free(slot);
    return good ? TDG_OK : TDG_ENOMEM;
}

static void enter(struct tdg_events *events, const struct tdg_event_input *input)
{
    for (uint32_t i = 0; i < input->streams->articles; i++) {
        if (events->event[i] == TDG_NONE)
            continue;
        struct tdg_event *event = &events->items[events->event[i]];
        event->members[event->articles++] = i;
        event->originals += input->copy_of[i] == TDG_NONE;
    }
}

static int settle_all(struct tdg_events *events, const struct tdg_event_input *input)
{
    uint32_t groups = 0;
    for (size_t i = 0; i < input->streams->articles; i++)
        if (input->group[i] != TDG_NONE && input->group[i] >= groups)
            groups = input->group[i] + 1;
    uint32_t *votes = tdg_alloc(groups, sizeof *votes);
    if (!votes)
        return TDG_ENOMEM;
    for (size_t i = 0; i < events->count; i++)
        events->items[i].group =
            tdg_majority(input->group, events->items[i].members, events->items[i].articles, votes);
    free(votes);
    return TDG_OK;
}

/* Events of a partition of the articles; first: as spread() leaves it. */
static int lay_out(struct tdg_events *events, const uint32_t *first,
                   const struct tdg_event_input *input, const struct tdg_event_rows *rows,
                   const struct tdg_event_options *options, struct tdg_workers *workers)
{
    int status = number(events, first, input->streams->articles);
    if (status)
        return status;
    enter(events, input);
    status = settle_all(events, input);
    if (!status)
        status = tdg_chapters_find(events, rows, options, workers);
    return status ? status : tdg_event_headlines(events, input, rows);
}

static int find(struct tdg_events *events, const struct tdg_event_input *input,
                const struct tdg_event_rows *rows, const struct tdg_event_options *options,
                struct tdg_workers *workers)
{
    uint32_t *part = tdg_alloc(rows->matrix.rows, sizeof *part);
    uint32_t *first = tdg_alloc(input->streams->articles, sizeof *first);
    int status = part && first ? part_rows(part, rows, options, workers) : TDG_ENOMEM;
    if (!status)
        status = spread(first, input, rows, part);
    if (!status)
        status = lay_out(events, first, input, rows, options, workers);
    free(part);
    free(first);
    return status;
}

int tdg_events_build(struct tdg_events *events, const struct tdg_event_input *input,
                     const uint32_t *given, const struct tdg_event_options *options,
                     struct tdg_workers *workers, const struct tdg_monitor *monitor,
                     struct tdg_error *error)
{
    struct tdg_events made = {0};
    struct tdg_event_rows rows = {0};
    int status = tdg_progress(monitor, "events", 0, 0);
    if (!status)
        status = tdg_title_patterns_find(&made.patterns, input->streams, input->published);
    if (!status)
        status = tdg_event_formats_find(&made.formats, input->titles, input->published,
                                        input->streams->articles);
    if (!status)
        status = tdg_event_rows_build(&rows, input, &made.patterns, &made.formats, options);
    made.pace = status ? 1 : pace_of(&rows);
    struct tdg_event_options paced = slow(options, made.pace);
    if (!status)
        status = given ? lay_out(&made, given, input, &rows, &paced, workers)
                       : find(&made, input, &rows, &paced, workers);
    tdg_event_rows_done(&rows);
    if (status) {
        tdg_events_done(&made);
        return status == TDG_ECANCELED ? status : tdg_fail_memory(error);
    }
    *events = made;
    return TDG_OK;
}
