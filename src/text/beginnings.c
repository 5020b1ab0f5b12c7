// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/beginnings.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

enum { BODY_WORDS = 32 };

struct tdg_range tdg_range_of(const struct tdg_streams *streams, uint32_t row,
                              enum tdg_text_place place)
{
    size_t middle = streams->title_end[row], end = streams->begin[row + 1];
    if (place != TDG_BODY_START)
        return (struct tdg_range){streams->begin[row], middle};
    size_t most = streams->sorted ? 0 : BODY_WORDS;
    return (struct tdg_range){middle, end < middle + most ? end : middle + most};
}

uint32_t tdg_word_from(const struct tdg_streams *streams, uint32_t row, uint32_t i,
                       enum tdg_text_place place)
{
    struct tdg_range range = tdg_range_of(streams, row, place);
    size_t count = range.end - range.begin;
    for (size_t k = 0; k < count; k++) {
        uint32_t term = streams->term[range.begin + (place == TDG_TITLE_END ? count - 1 - k : k)];
        if (term != TDG_BREAK && i-- == 0)
            return term;
    }
    return TDG_NONE;
}

int tdg_beginnings_init(struct tdg_beginnings *beginnings, const struct tdg_streams *streams,
                        enum tdg_text_place place, const int64_t *published,
                        const uint32_t *copy_of)
{
    beginnings->streams = streams;
    beginnings->place = place;
    beginnings->start = tdg_alloc(streams->articles, sizeof *beginnings->start);
    beginnings->begun = tdg_alloc(streams->articles, sizeof *beginnings->begun);
    if (!beginnings->start || !beginnings->begun)
        return TDG_ENOMEM;
    for (size_t i = 0; i < streams->articles; i++)
        if (published[i] == TDG_NO_DATE || (copy_of && copy_of[i] != TDG_NONE))
            beginnings->begun[i] = TDG_NONE;
    return TDG_OK;
}

void tdg_beginnings_done(struct tdg_beginnings *beginnings)
{
    free(beginnings->start);
    free(beginnings->begun);
    *beginnings = (struct tdg_beginnings){0};
}

static int compare_starts(const void *a, const void *b)
{
    const struct tdg_start *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

size_t tdg_beginnings_grow(struct tdg_beginnings *beginnings, uint32_t length,
                           tdg_beginning_judge *judge, void *context)
{
    struct tdg_start *start = beginnings->start;
    uint32_t *begun = beginnings->begun;
    size_t count = 0;
    for (uint32_t i = 0; i < beginnings->streams->articles; i++) {
        uint32_t before = begun[i];
        begun[i] = TDG_NONE;
        if (before == TDG_NONE)
            continue;
        uint32_t word = tdg_word_from(beginnings->streams, i, length - 1, beginnings->place);
        if (word != TDG_NONE)
            start[count++] = (struct tdg_start){(uint64_t)before << 32 | word, i};
    }
    if (count)
        qsort(start, count, sizeof *start, compare_starts);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i; next < count && start[next].key == start[i].key;)
            next++;
        bool kept = judge(context, start + i, next - i, length);
        for (size_t k = i; kept && k < next; k++)
            begun[start[k].row] = start[i].row;
    }
    return count;
}
