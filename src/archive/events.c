// SPDX-License-Identifier: GPL-3.0-or-later
/* What happened is found again in the weeks around each batch, as an analysis of all articles would
 * find it, and gets the numbers that it had: an event found now is the one of the archive that most
 * of its articles were in. Late articles join, two that have grown together go on as the larger,
 * and what is older than the last two weeks stays as it was told. */
#include "archive/events.h"

#include <stdio.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "event/event.h"
#include "store/events.h"
#include "store/ledger.h"

enum {
    DAY = 86400,
    REOPENED = 14, /* days before a batch whose events may change */
    ID = 24,
    TOLD = 5, /* articles of an event whose end is told in the ledger */
};

/* How many articles of a found event were in one of the archive. */
struct overlap {
    int64_t known;
    uint32_t found;
    size_t articles;
};

struct renewal {
    struct tdg_update *update;
    const struct tdg_run *run;
    const bool *fresh;
    const int64_t *known;
    int64_t since;           /* what was published before stays where it was */
    int64_t *number;         /* [events] of those found, 0: not yet */
    struct overlap *overlap; /* [count] */
    size_t count;
};

static bool is_fresh(const struct renewal *renewal, size_t row)
{
    return !renewal->fresh || renewal->fresh[row];
}

static int64_t known_of(const struct renewal *renewal, size_t row)
{
    return renewal->known ? renewal->known[row] : 0;
}

static bool is_open(const struct renewal *renewal, size_t row)
{
    int64_t time = renewal->run->published[row];
    return is_fresh(renewal, row) || (time != TDG_NO_DATE && time >= renewal->since);
}

static double pace(const struct tdg_run *run)
{
    int64_t first = INT64_MAX, last = INT64_MIN;
    size_t dated = 0;
    for (size_t i = 0; i < run->articles.count; i++) {
        int64_t time = run->published[i];
        if (time == TDG_NO_DATE)
            continue;
        first = time < first ? time : first;
        last = time > last ? time : last;
        dated += run->copy_of[i] == TDG_NONE;
    }
    return dated ? tdg_event_pace((double)dated, 1 + (double)(last - first) / DAY) : 1;
}

static void find_since(struct renewal *renewal)
{
    const struct tdg_run *run = renewal->run;
    renewal->since = INT64_MAX;
    for (size_t i = 0; i < run->articles.count; i++)
        if (is_fresh(renewal, i) && run->published[i] != TDG_NO_DATE &&
            run->published[i] < renewal->since)
            renewal->since = run->published[i];
    if (renewal->since != INT64_MAX)
        renewal->since -= (int64_t)(pace(run) * REOPENED * DAY);
}

static int by_known(const void *left, const void *right)
{
    const struct overlap *a = left, *b = right;
    if (a->known != b->known)
        return a->known < b->known ? -1 : 1;
    return (a->found > b->found) - (a->found < b->found);
}

/* The largest first; in a tie the older event, then the one found first. */
static int by_articles(const void *left, const void *right)
{
    const struct overlap *a = left, *b = right;
    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    return by_known(left, right);
}

static int list_overlaps(struct renewal *renewal)
{
    const struct tdg_events *events = &renewal->run->events;
    size_t rows = renewal->run->articles.count, kept = 0;
    renewal->overlap = tdg_alloc(rows, sizeof *renewal->overlap);
    if (!renewal->overlap)
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        if (known_of(renewal, i) && events->event[i] != TDG_NONE)
            renewal->overlap[renewal->count++] =
                (struct overlap){known_of(renewal, i), events->event[i], 1};
    if (!renewal->count)
        return TDG_OK;
    qsort(renewal->overlap, renewal->count, sizeof *renewal->overlap, by_known);
    for (size_t i = 0; i < renewal->count; i++)
        if (kept && by_known(&renewal->overlap[kept - 1], &renewal->overlap[i]) == 0)
            renewal->overlap[kept - 1].articles++;
        else
            renewal->overlap[kept++] = renewal->overlap[i];
    renewal->count = kept;
    qsort(renewal->overlap, renewal->count, sizeof *renewal->overlap, by_articles);
    return TDG_OK;
}

/* Whether a number was given to a found event by now. */
static bool is_taken(const struct renewal *renewal, int64_t number)
{
    for (size_t e = 0; e < renewal->run->events.count; e++)
        if (renewal->number[e] == number)
            return true;
    return false;
}

/* The numbers go to those that have most of their articles. */
static int keep_numbers(struct renewal *renewal)
{
    int64_t *taken = tdg_alloc(renewal->count, sizeof *taken);
    size_t count = 0;
    if (!taken)
        return TDG_ENOMEM;
    for (size_t i = 0; i < renewal->count; i++) {
        const struct overlap *overlap = &renewal->overlap[i];
        bool gone = false;
        for (size_t k = 0; !gone && k < count; k++)
            gone = taken[k] == overlap->known;
        if (renewal->number[overlap->found] || gone)
            continue;
        renewal->number[overlap->found] = taken[count++] = overlap->known;
    }
    free(taken);
    return TDG_OK;
}

/* A new event has the number of the first of its articles that no other one has. */
static int give_numbers(struct renewal *renewal)
{
    const struct tdg_events *events = &renewal->run->events;
    int status = TDG_OK;
    for (size_t e = 0; !status && e < events->count; e++)
        for (size_t i = 0; !status && !renewal->number[e] && i < events->items[e].articles; i++) {
            int64_t number = tdg_run_number(renewal->run, events->items[e].members[i]);
            bool known = is_taken(renewal, number);
            if (!known)
                status = tdg_archive_event_is_known(&known, renewal->update->archive, number,
                                                    renewal->update->error);
            if (!status && !known)
                renewal->number[e] = number;
        }
    return status;
}

static int move_articles(struct renewal *renewal)
{
    const struct tdg_run *run = renewal->run;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < run->articles.count; i++) {
        uint32_t event = run->events.event[i];
        int64_t now = event == TDG_NONE ? 0 : renewal->number[event];
        if (is_open(renewal, i) && now != known_of(renewal, i))
            status = tdg_archive_set_event(renewal->update->archive, tdg_run_number(run, i), now,
                                           renewal->update->error);
    }
    return status;
}

static size_t articles_of(const struct renewal *renewal, int64_t known)
{
    size_t articles = 0;
    for (size_t i = 0; i < renewal->count; i++)
        if (renewal->overlap[i].known == known)
            articles += renewal->overlap[i].articles;
    return articles;
}

/* An event that has no article any more has gone on in the one that most of them are in. */
static int end_event(struct renewal *renewal, const struct overlap *overlap)
{
    struct tdg_update *update = renewal->update;
    int64_t into = renewal->number[overlap->found], left = 0;
    int status = tdg_archive_event_size(&left, update->archive, overlap->known, update->error);
    if (status || left || !into || into == overlap->known)
        return status;
    size_t articles = articles_of(renewal, overlap->known);
    if (status || articles < TOLD)
        return status;
    char name[ID], other[ID];
    snprintf(name, sizeof name, "E%lld", (long long)overlap->known);
    snprintf(other, sizeof other, "E%lld", (long long)into);
    struct tdg_ledger_entry entry = {
        .kind = TDG_LEDGER_EVENT, .articles = articles, .name = name, .other_name = other};
    return tdg_archive_enter(NULL, update->archive, &entry, update->error);
}

/* Overlaps are the largest first: the first of an event decides. */
static int end_events(struct renewal *renewal)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < renewal->count; i++) {
        bool first = true;
        for (size_t k = 0; first && k < i; k++)
            first = renewal->overlap[k].known != renewal->overlap[i].known;
        if (first && !is_taken(renewal, renewal->overlap[i].known))
            status = end_event(renewal, &renewal->overlap[i]);
    }
    return status;
}

int tdg_update_store_events(struct tdg_update *update, const struct tdg_run *run, const bool *fresh,
                            const int64_t *known)
{
    struct renewal renewal = {.update = update, .run = run, .fresh = fresh, .known = known};
    renewal.number = tdg_alloc(run->events.count, sizeof *renewal.number);
    if (!renewal.number || list_overlaps(&renewal) || keep_numbers(&renewal)) {
        free(renewal.number);
        free(renewal.overlap);
        return tdg_fail_memory(update->error);
    }
    find_since(&renewal);
    int status = give_numbers(&renewal);
    if (!status)
        status = move_articles(&renewal);
    if (!status)
        status = end_events(&renewal);
    free(renewal.number);
    free(renewal.overlap);
    return status;
}
