// SPDX-License-Identifier: GPL-3.0-or-later
/* Parties: articles that are joined, two parties at a time. */
#include "story/party.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "story/facts.h"
#include "story/formula.h"
#include "story/story.h"
#include "text/text.h"
#include "vector/vector.h"

static const double day = 86400;

static double furthest(const struct tdg_matrix *nearest, uint32_t row)
{
    float least = 0;
    for (size_t at = nearest->begin[row]; at < nearest->begin[row + 1]; at++)
        if (at == nearest->begin[row] || nearest->weight[at] < least)
            least = nearest->weight[at];
    return (double)least;
}

static bool is_among(const uint32_t *columns, size_t count, uint32_t column)
{
    for (size_t i = 0; i < count; i++)
        if (columns[i] == column)
            return true;
    return false;
}

/* The words of a row are the first of its counts: phrases have the last columns. A formula says
 * nothing about the event. */
static void fill(struct tdg_party *party, const struct tdg_story_facts *facts, uint32_t row)
{
    const struct tdg_story_input *input = facts->input;
    const struct tdg_matrix *rows = input->rows;
    const float *count = input->counts->weight + input->counts->begin[row];
    size_t begin = rows->begin[row], words = rows->begin[row + 1] - begin;
    uint32_t formula[TDG_TEXT_PLACES * TDG_FORMULA_WORDS];
    size_t left_out = tdg_formula_words(formula, &facts->formulas, input->streams, row);
    for (size_t i = 0; i < left_out; i++)
        formula[i] = input->vocabulary->column[formula[i]];
    for (size_t i = 0; i < words; i++) {
        float weight = rows->weight[begin + i];
        uint32_t column = rows->column[begin + i];
        if (is_among(formula, left_out, column))
            continue;
        party->cells.item[party->cells.count++] =
            (struct tdg_sparse_cell){column, count[i], weight, facts->burst[begin + i]};
        party->words += (double)count[i];
        party->square += (double)weight * (double)weight;
        party->worth += facts->worth[column];
    }
    party->articles = 1;
    party->first = INT64_MAX;
    party->last = INT64_MIN;
    if (input->published[row] != TDG_NO_DATE) {
        party->dated = 1;
        party->first = party->last = input->published[row];
        party->time = (double)party->first / day;
    }
    party->floor = furthest(input->nearest, row);
}

/* Neighbours of both directions within the theme; one may be there twice. next: [count + 1]. */
static int link(struct tdg_theatre *theatre, const uint32_t *local, size_t *next)
{
    const struct tdg_matrix *nearest = theatre->facts->input->nearest;
    const uint32_t *group = theatre->facts->input->grouping->group;
    uint32_t theme = group[theatre->row[0]];
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < theatre->count; i++)
            for (size_t at = nearest->begin[theatre->row[i]];
                 at < nearest->begin[theatre->row[i] + 1]; at++) {
                if (group[nearest->column[at]] != theme)
                    continue;
                uint32_t other = local[nearest->column[at]];
                if (pass == 0) {
                    next[i + 1]++;
                    next[other + 1]++;
                } else {
                    theatre->near[next[i]++] = other;
                    theatre->near[next[other]++] = i;
                }
            }
        if (pass)
            break;
        for (size_t i = 0; i < theatre->count; i++)
            next[i + 1] += next[i];
        theatre->near = tdg_alloc(next[theatre->count], sizeof *theatre->near);
        if (!theatre->near)
            return TDG_ENOMEM;
    }
    for (size_t i = 0; i < theatre->count; i++) {
        size_t begin = i ? next[i - 1] : 0;
        theatre->party[i].near = (struct tdg_near){theatre->near + begin, next[i] - begin, 0};
    }
    return TDG_OK;
}

int tdg_theatre_init(struct tdg_theatre *theatre, const struct tdg_story_facts *facts,
                     const uint32_t *row, size_t count, uint32_t *local)
{
    const struct tdg_matrix *rows = facts->input->rows;
    *theatre = (struct tdg_theatre){.facts = facts, .row = row, .count = count};
    size_t cells = 0;
    for (uint32_t i = 0; i < count; i++) {
        local[row[i]] = i;
        cells += rows->begin[row[i] + 1] - rows->begin[row[i]];
    }
    theatre->party = tdg_alloc(count, sizeof *theatre->party);
    theatre->cell = tdg_alloc(cells, sizeof *theatre->cell);
    size_t *next = tdg_alloc(count + 1, sizeof *next);
    int status = theatre->party && theatre->cell && next ? TDG_OK : TDG_ENOMEM;
    cells = 0;
    for (uint32_t i = 0; !status && i < count; i++) {
        theatre->party[i].into = i;
        theatre->party[i].cells.item = theatre->cell + cells;
        fill(&theatre->party[i], facts, row[i]);
        cells += rows->begin[row[i] + 1] - rows->begin[row[i]];
    }
    if (!status && count)
        status = link(theatre, local, next);
    free(next);
    return status;
}

void tdg_theatre_done(struct tdg_theatre *theatre)
{
    for (size_t i = 0; theatre->party && i < theatre->count; i++) {
        if (theatre->party[i].cells.capacity)
            free(theatre->party[i].cells.item);
        if (theatre->party[i].near.capacity)
            free(theatre->party[i].near.item);
    }
    free(theatre->party);
    free(theatre->cell);
    free(theatre->near);
    *theatre = (struct tdg_theatre){0};
}

uint32_t tdg_party_of(struct tdg_theatre *theatre, uint32_t party)
{
    while (theatre->party[party].into != party) {
        uint32_t into = theatre->party[party].into;
        theatre->party[party].into = theatre->party[into].into;
        party = into;
    }
    return party;
}

bool tdg_party_is_rubric(const struct tdg_theatre *theatre, uint32_t article)
{
    const struct tdg_party *party = &theatre->party[article];
    const struct tdg_story_facts *facts = theatre->facts;
    uint32_t formula[TDG_TEXT_PLACES * TDG_FORMULA_WORDS];
    return party->into == article && party->articles == 1 && party->cells.count == 0 &&
           tdg_formula_words(formula, &facts->formulas, facts->input->streams,
                             theatre->row[article]);
}

/* What is borrowed is copied first. */
static int reserve_cells(struct tdg_cells *cells, size_t needed)
{
    bool borrowed = cells->capacity == 0;
    struct tdg_sparse_cell *room =
        tdg_grow(borrowed ? NULL : cells->item, &cells->capacity, needed, sizeof *room);
    if (!room)
        return TDG_ENOMEM;
    if (borrowed && cells->count)
        memcpy(room, cells->item, cells->count * sizeof *room);
    cells->item = room;
    return TDG_OK;
}

static int reserve_near(struct tdg_near *near, size_t needed)
{
    bool borrowed = near->capacity == 0;
    uint32_t *room = tdg_grow(borrowed ? NULL : near->item, &near->capacity, needed, sizeof *room);
    if (!room)
        return TDG_ENOMEM;
    if (borrowed && near->count)
        memcpy(room, near->item, near->count * sizeof *room);
    near->item = room;
    return TDG_OK;
}

/* Both are ascending; the larger one takes in the other, from the end. */
static void merge_cells(struct tdg_cells *into, const struct tdg_cells *from)
{
    size_t i = into->count, j = from->count, common = 0;
    for (size_t a = 0, b = 0; a < i && b < j;) {
        uint32_t x = into->item[a].column, y = from->item[b].column;
        common += x == y;
        a += x <= y;
        b += y <= x;
    }
    size_t at = into->count = i + j - common;
    while (j) {
        struct tdg_sparse_cell *other = &from->item[j - 1];
        if (i && into->item[i - 1].column > other->column) {
            into->item[--at] = into->item[--i];
        } else if (i && into->item[i - 1].column == other->column) {
            struct tdg_sparse_cell both = into->item[--i];
            both.count += other->count;
            both.weight += other->weight;
            both.burst = other->burst > both.burst ? other->burst : both.burst;
            into->item[--at] = both;
            j--;
        } else {
            into->item[--at] = *other;
            j--;
        }
    }
}

/* Each party that they know once, as it is called by now, without `self`. */
static void merge_near(struct tdg_theatre *theatre, struct tdg_near *into,
                       const struct tdg_near *from, uint32_t self, uint32_t *seen)
{
    size_t kept = 0;
    if (from->count)
        memcpy(into->item + into->count, from->item, from->count * sizeof *from->item);
    into->count += from->count;
    for (size_t i = 0; i < into->count; i++) {
        uint32_t party = tdg_party_of(theatre, into->item[i]);
        if (party == self || seen[party])
            continue;
        seen[party] = 1;
        into->item[kept++] = party;
    }
    into->count = kept;
    for (size_t i = 0; i < kept; i++)
        seen[into->item[i]] = 0;
}

static void measure(struct tdg_party *party, const struct tdg_story_facts *facts)
{
    party->square = party->worth = 0;
    for (size_t i = 0; i < party->cells.count; i++) {
        const struct tdg_sparse_cell *cell = &party->cells.item[i];
        party->square += (double)cell->weight * (double)cell->weight;
        party->worth += facts->worth[cell->column];
    }
}

static void release(struct tdg_party *party)
{
    if (party->cells.capacity)
        free(party->cells.item);
    if (party->near.capacity)
        free(party->near.item);
    party->cells = (struct tdg_cells){0};
    party->near = (struct tdg_near){0};
}

int tdg_party_join(struct tdg_theatre *theatre, uint32_t low, uint32_t high, uint32_t *seen)
{
    struct tdg_party *stays = &theatre->party[low], *goes = &theatre->party[high];
    if (stays->cells.count < goes->cells.count) { /* the longer array takes in the shorter one */
        struct tdg_cells cells = stays->cells;
        stays->cells = goes->cells;
        goes->cells = cells;
    }
    int status = reserve_cells(&stays->cells, stays->cells.count + goes->cells.count);
    if (!status)
        status = reserve_near(&stays->near, stays->near.count + goes->near.count);
    if (status)
        return status;
    goes->into = low;
    merge_cells(&stays->cells, &goes->cells);
    merge_near(theatre, &stays->near, &goes->near, low, seen);
    measure(stays, theatre->facts);
    stays->words += goes->words;
    stays->floor += goes->floor;
    stays->time += goes->time;
    stays->articles += goes->articles;
    stays->dated += goes->dated;
    if (goes->first < stays->first)
        stays->first = goes->first;
    if (goes->last > stays->last)
        stays->last = goes->last;
    stays->version++;
    release(goes);
    return TDG_OK;
}
