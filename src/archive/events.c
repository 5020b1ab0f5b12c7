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
    size_t former; /* place of the known one among the former ones */
};

/* An event of the archive that has articles in the found ones. */
struct former {
    int64_t number;
    size_t articles; /* in all of them */
    bool kept;       /* its number is that of one of them */
    bool seen;       /* whether it has ended was asked */
};

struct renewal {
    struct tdg_update *update;
    const struct tdg_run *run;
    const bool *fresh;
    const int64_t *known;
    int64_t since;           /* what was published before stays where it was */
    int64_t *number;         /* [events] of those found, 0: not yet */
    struct overlap *overlap; /* [count] the largest first */
    size_t count;
    struct former *former; /* [formers] by number */
    size_t formers;
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

/* In its first weeks an archive has nothing to compare with, so that hardly anything is special in
 * its days. What is open then is all of it: in the first half of 2020 of headlines_uk, fed week by
 * week, .73 of a known event were found together with the fortnight alone, .78 in one analysis. */
static void find_since(struct renewal *renewal)
{
    const struct tdg_run *run = renewal->run;
    renewal->since = INT64_MAX;
    for (size_t i = 0; i < run->articles.count; i++)
        if (is_fresh(renewal, i) && run->published[i] != TDG_NO_DATE &&
            run->published[i] < renewal->since)
            renewal->since = run->published[i];
    if (renewal->since != INT64_MAX)
        renewal->since -= (int64_t)(run->events.pace * REOPENED * DAY);
    int64_t compared = (int64_t)(run->events.pace * run->settings.event.before * DAY);
    if (run->before.count && renewal->since != INT64_MAX &&
        renewal->since - run->before.first < compared)
        renewal->since = INT64_MIN;
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
                (struct overlap){known_of(renewal, i), events->event[i], 1, 0};
    if (!renewal->count)
        return TDG_OK;
    qsort(renewal->overlap, renewal->count, sizeof *renewal->overlap, by_known);
    for (size_t i = 0; i < renewal->count; i++)
        if (kept && by_known(&renewal->overlap[kept - 1], &renewal->overlap[i]) == 0)
            renewal->overlap[kept - 1].articles++;
        else
            renewal->overlap[kept++] = renewal->overlap[i];
    renewal->count = kept;
    return TDG_OK;
}

/* The overlaps are by number still. */
static int list_formers(struct renewal *renewal)
{
    renewal->former = tdg_alloc(renewal->count, sizeof *renewal->former);
    if (!renewal->former)
        return TDG_ENOMEM;
    for (size_t i = 0; i < renewal->count; i++) {
        struct overlap *overlap = &renewal->overlap[i];
        if (i == 0 || overlap->known != overlap[-1].known)
            renewal->former[renewal->formers++] = (struct former){.number = overlap->known};
        overlap->former = renewal->formers - 1;
        renewal->former[overlap->former].articles += overlap->articles;
    }
    if (renewal->count)
        qsort(renewal->overlap, renewal->count, sizeof *renewal->overlap, by_articles);
    return TDG_OK;
}

static int by_number(const void *left, const void *right)
{
    int64_t a = ((const struct former *)left)->number, b = ((const struct former *)right)->number;
    return (a > b) - (a < b);
}

/* NULL where none of the found ones has an article of it. */
static const struct former *former_of(const struct renewal *renewal, int64_t number)
{
    struct former key = {.number = number};
    return renewal->formers
               ? bsearch(&key, renewal->former, renewal->formers, sizeof key, by_number)
               : NULL;
}

/* The numbers go to those that have most of their articles. */
static void keep_numbers(struct renewal *renewal)
{
    for (size_t i = 0; i < renewal->count; i++) {
        const struct overlap *overlap = &renewal->overlap[i];
        struct former *former = &renewal->former[overlap->former];
        if (renewal->number[overlap->found] || former->kept)
            continue;
        renewal->number[overlap->found] = former->number;
        former->kept = true;
    }
}

/* A new event has the number of the first of its articles that no other one has. */
static int give_numbers(struct renewal *renewal)
{
    const struct tdg_events *events = &renewal->run->events;
    int status = TDG_OK;
    for (size_t e = 0; !status && e < events->count; e++)
        for (size_t i = 0; !status && !renewal->number[e] && i < events->items[e].articles; i++) {
            int64_t number = tdg_run_number(renewal->run, events->items[e].members[i]);
            const struct former *former = former_of(renewal, number);
            bool known = former && former->kept;
            if (!known && renewal->known)
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

/* Events are sought among more articles than those that may change their event: what was said of an
 * event with none of these stays as it is. */
static int describe(struct renewal *renewal)
{
    const struct tdg_run *run = renewal->run;
    int status = TDG_OK;
    for (size_t e = 0; !status && e < run->events.count; e++) {
        const struct tdg_event *event = &run->events.items[e];
        if (!renewal->number[e] || !is_open(renewal, event->members[event->articles - 1]))
            continue;
        int64_t follows = event->follows == TDG_NONE ? 0 : renewal->number[event->follows];
        status = tdg_archive_describe_event(renewal->update->archive, renewal->number[e],
                                            tdg_run_number(run, event->headline), follows,
                                            renewal->update->error);
    }
    return status;
}

/* An event that has no article any more has gone on in the one that most of them are in. */
static int end_event(struct renewal *renewal, const struct former *former, uint32_t found)
{
    struct tdg_update *update = renewal->update;
    int64_t into = renewal->number[found], left = 0;
    int status = tdg_archive_event_size(&left, update->archive, former->number, update->error);
    if (!status && !left)
        status = tdg_archive_end_event(update->archive, former->number, into, update->error);
    if (status || left || former->articles < TOLD || !into)
        return status;
    char name[ID], other[ID];
    snprintf(name, sizeof name, "E%lld", (long long)former->number);
    snprintf(other, sizeof other, "E%lld", (long long)into);
    struct tdg_ledger_entry entry = {
        .kind = TDG_LEDGER_EVENT, .articles = former->articles, .name = name, .other_name = other};
    return tdg_archive_enter(NULL, update->archive, &entry, update->error);
}

/* Overlaps are the largest first: the first of an event decides. */
static int end_events(struct renewal *renewal)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < renewal->count; i++) {
        struct former *former = &renewal->former[renewal->overlap[i].former];
        if (!former->kept && !former->seen)
            status = end_event(renewal, former, renewal->overlap[i].found);
        former->seen = true;
    }
    return status;
}

int tdg_update_store_events(struct tdg_update *update, const struct tdg_run *run, const bool *fresh,
                            const int64_t *known)
{
    struct renewal renewal = {.update = update, .run = run, .fresh = fresh, .known = known};
    renewal.number = tdg_alloc(run->events.count, sizeof *renewal.number);
    int status = TDG_ENOMEM;
    if (!renewal.number || list_overlaps(&renewal) || list_formers(&renewal)) {
        tdg_fail_memory(update->error);
        goto out;
    }
    find_since(&renewal);
    keep_numbers(&renewal);
    status = give_numbers(&renewal);
    if (!status)
        status = move_articles(&renewal);
    if (!status)
        status = describe(&renewal);
    if (!status)
        status = end_events(&renewal);
out:
    free(renewal.number);
    free(renewal.overlap);
    free(renewal.former);
    return status;
}
