// SPDX-License-Identifier: GPL-3.0-or-later
/* Agglomeration along the neighbours: of all pairs of parties that know each other, the one with
 * the strongest bond is joined, until no bond is above 0. Pairs wait in a heap; those of parties
 * that have grown meanwhile are stale and dropped when they come up. */
#include "story/join.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "story/bond.h"
#include "story/party.h"

struct event {
    double bond;
    uint32_t low, high; /* numbers of the parties */
    uint32_t version[2];
};

struct joining {
    struct tdg_theatre *theatre;
    struct tdg_layout *layout;
    struct event *heap; /* [count] the strongest first */
    size_t count, capacity;
    uint32_t *seen; /* [parties] 0 between uses */
};

/* Of equal bonds the one between lower numbers comes first. */
static bool comes_before(const struct event *a, const struct event *b)
{
    if (a->bond > b->bond || a->bond < b->bond)
        return a->bond > b->bond;
    return a->low != b->low ? a->low < b->low : a->high < b->high;
}

static int push(struct joining *joining, struct event event)
{
    struct event *grown =
        tdg_grow(joining->heap, &joining->capacity, joining->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    joining->heap = grown;
    size_t at = joining->count++;
    for (; at && comes_before(&event, &grown[(at - 1) / 2]); at = (at - 1) / 2)
        grown[at] = grown[(at - 1) / 2];
    grown[at] = event;
    return TDG_OK;
}

static struct event pop(struct joining *joining)
{
    struct event *heap = joining->heap, first = heap[0], last = heap[--joining->count];
    size_t at = 0;
    for (size_t next = 1; next < joining->count; next = 2 * at + 1) {
        if (next + 1 < joining->count && comes_before(&heap[next + 1], &heap[next]))
            next++;
        if (!comes_before(&heap[next], &last))
            break;
        heap[at] = heap[next];
        at = next;
    }
    heap[at] = last;
    return first;
}

/* Holds a party against those that it knows, from number `least` on. */
static int offer(struct joining *joining, uint32_t number, uint32_t least)
{
    struct tdg_theatre *theatre = joining->theatre;
    const struct tdg_party *party = &theatre->party[number];
    int64_t pause = theatre->facts->options->pause;
    int status = TDG_OK;
    tdg_layout_set(joining->layout, party);
    for (size_t i = 0; !status && i < party->near.count; i++) {
        uint32_t other = tdg_party_of(theatre, party->near.item[i]);
        if (other == number || other < least || joining->seen[other])
            continue;
        joining->seen[other] = 1;
        if (tdg_party_gap(party, &theatre->party[other]) > pause)
            continue;
        double bond = tdg_bond(joining->layout, &theatre->party[other], theatre->facts, false);
        uint32_t low = number < other ? number : other, high = number < other ? other : number;
        struct event event = {
            bond, low, high, {theatre->party[low].version, theatre->party[high].version}};
        if (bond > 0)
            status = push(joining, event);
    }
    for (size_t i = 0; i < party->near.count; i++)
        joining->seen[tdg_party_of(theatre, party->near.item[i])] = 0;
    tdg_layout_clear(joining->layout);
    return status;
}

static bool is_fresh(const struct tdg_theatre *theatre, const struct event *event)
{
    const struct tdg_party *low = &theatre->party[event->low], *high = &theatre->party[event->high];
    return low->into == event->low && high->into == event->high &&
           low->version == event->version[0] && high->version == event->version[1];
}

int tdg_theatre_join(struct tdg_theatre *theatre, struct tdg_layout *layout)
{
    struct joining joining = {.theatre = theatre, .layout = layout};
    joining.seen = tdg_alloc(theatre->count, sizeof *joining.seen);
    int status = joining.seen ? TDG_OK : TDG_ENOMEM;
    for (uint32_t i = 0; !status && i < theatre->count; i++)
        status = offer(&joining, i, i + 1);
    while (!status && joining.count) {
        struct event event = pop(&joining);
        if (!is_fresh(theatre, &event))
            continue;
        status = tdg_party_join(theatre, event.low, event.high, joining.seen);
        if (!status)
            status = offer(&joining, event.low, 0);
    }
    free(joining.seen);
    free(joining.heap);
    return status;
}
