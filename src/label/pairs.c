// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* Slots of all terms and, in begin[slot + 1], the number of their places. */
static void number_terms(struct tdg_pairs *pairs, const uint32_t *const *lists)
{
    for (size_t e = 0; e < pairs->lists * pairs->top; e++) {
        uint32_t term = lists[e / pairs->top][e % pairs->top];
        pairs->entry[e] = TDG_NONE;
        if (term == TDG_NONE)
            continue;
        if (pairs->slot[term] == TDG_NONE)
            pairs->slot[term] = pairs->slots++;
        pairs->entry[e] = pairs->slot[term];
        pairs->begin[pairs->entry[e] + 1]++;
    }
}

static void find_places(struct tdg_pairs *pairs)
{
    size_t *begin = pairs->begin;
    for (size_t s = 0; s < pairs->slots; s++)
        begin[s + 1] += begin[s];
    /* Filling moves every begin to the next one; they are moved back afterwards. */
    for (size_t e = 0; e < pairs->lists * pairs->top; e++)
        if (pairs->entry[e] != TDG_NONE)
            pairs->place[begin[pairs->entry[e]]++] = e;
    memmove(begin + 1, begin, pairs->slots * sizeof *begin);
    begin[0] = 0;
}

int tdg_pairs_init(struct tdg_pairs *pairs, const uint32_t *const *lists, size_t count, size_t top,
                   uint32_t terms)
{
    size_t entries = count * top;
    struct tdg_pairs made = {
        .lists = count,
        .top = top,
        .slot = tdg_alloc(terms, sizeof *made.slot),
        .entry = tdg_alloc(entries, sizeof *made.entry),
        .begin = tdg_alloc(entries + 1, sizeof *made.begin),
        .place = tdg_alloc(entries, sizeof *made.place),
        .single = tdg_alloc(entries, sizeof *made.single),
        .both = tdg_alloc(entries * top, sizeof *made.both),
        .met = tdg_alloc(entries, sizeof *made.met),
        .met_count = tdg_alloc(count, sizeof *made.met_count),
        .met_list = tdg_alloc(count, sizeof *made.met_list),
    };
    if (!made.slot || !made.entry || !made.begin || !made.place || !made.single || !made.both ||
        !made.met || !made.met_count || !made.met_list) {
        tdg_pairs_done(&made);
        return TDG_ENOMEM;
    }
    for (uint32_t term = 0; term < terms; term++)
        made.slot[term] = TDG_NONE;
    number_terms(&made, lists);
    find_places(&made);
    *pairs = made;
    return TDG_OK;
}

void tdg_pairs_done(struct tdg_pairs *pairs)
{
    free(pairs->slot);
    free(pairs->entry);
    free(pairs->begin);
    free(pairs->place);
    free(pairs->single);
    free(pairs->both);
    free(pairs->met);
    free(pairs->met_count);
    free(pairs->met_list);
    *pairs = (struct tdg_pairs){0};
}

/* Only terms of the same list make a pair, so the work grows with the lists a sample touches, not
 * with the square of its terms. Returns the number of lists touched. */
static size_t sort_into_lists(struct tdg_pairs *pairs, const uint32_t *slots, size_t count)
{
    size_t lists = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t p = pairs->begin[slots[i]]; p < pairs->begin[slots[i] + 1]; p++) {
            size_t list = pairs->place[p] / pairs->top;
            if (pairs->met_count[list] == 0)
                pairs->met_list[lists++] = list;
            pairs->met[list * pairs->top + pairs->met_count[list]++] = pairs->place[p] % pairs->top;
        }
    return lists;
}

static void count_list(struct tdg_pairs *pairs, size_t list)
{
    const size_t *met = pairs->met + list * pairs->top;
    uint64_t *both = pairs->both + list * pairs->top * pairs->top;
    for (size_t i = 0; i < pairs->met_count[list]; i++)
        for (size_t j = i + 1; j < pairs->met_count[list]; j++) {
            size_t a = met[i] < met[j] ? met[i] : met[j];
            size_t b = met[i] < met[j] ? met[j] : met[i];
            both[a * pairs->top + b]++;
        }
    pairs->met_count[list] = 0;
}

void tdg_pairs_add(struct tdg_pairs *pairs, const uint32_t *slots, size_t count)
{
    pairs->samples++;
    for (size_t i = 0; i < count; i++)
        pairs->single[slots[i]]++;
    size_t lists = sort_into_lists(pairs, slots, count);
    for (size_t i = 0; i < lists; i++)
        count_list(pairs, pairs->met_list[i]);
}

static uint64_t single(const struct tdg_pairs *pairs, uint32_t slot)
{
    return slot == TDG_NONE ? 0 : pairs->single[slot];
}

double tdg_pairs_mean(const struct tdg_pairs *pairs, size_t list, size_t length,
                      tdg_pair_measure measure)
{
    const uint32_t *entry = pairs->entry + list * pairs->top;
    const uint64_t *both = pairs->both + list * pairs->top * pairs->top;
    double sum = 0;
    for (size_t a = 0; a < length; a++)
        for (size_t b = a + 1; b < length; b++)
            sum += measure(both[a * pairs->top + b], single(pairs, entry[a]),
                           single(pairs, entry[b]), pairs->samples);
    return length < 2 ? 0 : sum / ((double)length * (double)(length - 1) / 2);
}
