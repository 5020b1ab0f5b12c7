// SPDX-License-Identifier: GPL-3.0-or-later
/* A war or a trial lasts for months: a chain of events, each of a fortnight at most. An event goes
 * on with the one of the weeks before that it is most alike as a whole, the later of two. */
#include "event/chapters.h"

#include <stdbool.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "event/centers.h"
#include "event/pairs.h"

enum { FEWEST = 3 }; /* articles of an event that goes on, or is gone on with */

/* part: [rows] of each the lowest row of its event; event: [rows] by that row, its number. */
static void list_parts(uint32_t *part, uint32_t *event, const struct tdg_events *events,
                       const struct tdg_event_rows *rows, uint32_t *lowest)
{
    for (size_t i = 0; i < events->count; i++)
        lowest[i] = TDG_NONE;
    for (uint32_t i = 0; i < rows->matrix.rows; i++) {
        uint32_t number = events->event[rows->article[i]];
        part[i] = TDG_NONE;
        if (number == TDG_NONE || events->items[number].originals < FEWEST)
            continue;
        if (lowest[number] == TDG_NONE)
            lowest[number] = i;
        part[i] = lowest[number];
        event[part[i]] = number;
    }
}

/* The pairs are by their earlier one, so of two that are as like the later one stays. */
static void follow(struct tdg_events *events, float *most, const struct tdg_centers *centers,
                   const uint32_t *event, const struct tdg_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const struct tdg_pair *pair = &pairs->items[i];
        const struct tdg_center *before = &centers->items[pair->low];
        const struct tdg_center *after = &centers->items[pair->high];
        uint32_t number = event[after->part];
        if (before->first >= after->first || pair->likeness < most[number])
            continue;
        most[number] = pair->likeness;
        events->items[number].follows = event[before->part];
    }
}

int tdg_chapters_find(struct tdg_events *events, const struct tdg_event_rows *rows,
                      const struct tdg_event_options *options, struct tdg_workers *workers)
{
    struct tdg_centers centers = {0};
    struct tdg_pairs pairs = {0};
    struct tdg_pair_options wanted = {.reach = options->chapter_reach,
                                      .decay = options->chapter_reach,
                                      .least = options->chapter_likeness};
    size_t count = rows->matrix.rows;
    uint32_t *part = tdg_alloc(count, sizeof *part), *event = tdg_alloc(count, sizeof *event);
    uint32_t *lowest = tdg_alloc(events->count, sizeof *lowest);
    float *most = tdg_alloc(events->count, sizeof *most);
    int status = part && event && lowest && most ? tdg_centers_init(&centers, rows) : TDG_ENOMEM;
    if (!status) {
        list_parts(part, event, events, rows, lowest);
        tdg_centers_find(&centers, part);
        status = tdg_pairs_find(&pairs, &centers.matrix, centers.mean, NULL, &wanted, workers);
    }
    if (!status)
        follow(events, most, &centers, event, &pairs);
    tdg_centers_done(&centers);
    free(pairs.items);
    free(part);
    free(event);
    free(lowest);
    free(most);
    return status;
}
