// SPDX-License-Identifier: GPL-3.0-or-later
/* Rubrics are no events: "Coronavirus latest: at a glance" begins a title week after week, whatever
 * has happened. Two or more words at one end of a title, or at the start of a body, are a pattern,
 * in any language, where
 *   - articles have had them there in several weeks, over more weeks than a story lives;
 *   - they come regularly, in one of three weeks of that time (what a name is in comes in bursts);
 *   - their innermost two words, counted from that end, stand side by side hardly anywhere else
 *     (a name also stands in the middle).
 * Formulas are grown a word at a time, since one that is too rare grows no better. Sorted bodies
 * have no start. */
#include "event/title_patterns.h"

#include <stdbool.h>

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "text/beginnings.h"

enum {
    MIN_WEEKS = 4,
    MIN_SPAN = 8,
    MAX_PAUSE = 3 /* weeks from one to the next, in the mean */
};
static const double min_at_end = 0.9; /* of the titles that have the two words */

struct growing {
    const struct tdg_streams *streams;
    const int64_t *published;
    struct tdg_beginnings beginnings;
    uint64_t *pair; /* [pairs] neighbours in titles, ascending */
    size_t pairs;
    uint8_t *pattern; /* [rows] */
};

static uint64_t join(uint32_t a, uint32_t b)
{
    return (uint64_t)a << 32 | b;
}

static int compare_pairs(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static int list_pairs(struct growing *growing)
{
    const struct tdg_streams *streams = growing->streams;
    size_t rows = streams->articles, words = 0;
    for (uint32_t i = 0; i < rows; i++) {
        struct tdg_range range = tdg_range_of(streams, i, growing->beginnings.place);
        words += range.end - range.begin;
    }
    growing->pair = tdg_alloc(words, sizeof *growing->pair);
    if (!growing->pair)
        return TDG_ENOMEM;
    for (uint32_t i = 0; i < rows; i++) {
        struct tdg_range range = tdg_range_of(streams, i, growing->beginnings.place);
        uint32_t before = TDG_NONE;
        for (size_t at = range.begin; growing->published[i] != TDG_NO_DATE && at < range.end;
             at++) {
            uint32_t word = streams->term[at];
            if (word == TDG_BREAK)
                continue;
            if (before != TDG_NONE)
                growing->pair[growing->pairs++] = join(before, word);
            before = word;
        }
    }
    if (growing->pairs)
        qsort(growing->pair, growing->pairs, sizeof *growing->pair, compare_pairs);
    return TDG_OK;
}

/* Pairs before `key`. */
static size_t pairs_below(const struct growing *growing, uint64_t key)
{
    size_t begin = 0, end = growing->pairs;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (growing->pair[middle] < key)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

/* Whether the last two words of a start of `length` words are hardly anywhere else. */
static bool keeps_its_place(const struct growing *growing, uint32_t row, uint32_t length,
                            size_t titles)
{
    const struct tdg_streams *streams = growing->streams;
    enum tdg_text_place place = growing->beginnings.place;
    uint32_t a = tdg_word_from(streams, row, length - 2, place);
    uint32_t b = tdg_word_from(streams, row, length - 1, place);
    uint64_t key = place == TDG_TITLE_END ? join(b, a) : join(a, b);
    size_t all = pairs_below(growing, key + 1) - pairs_below(growing, key);
    return (double)titles >= min_at_end * (double)all;
}

/* One start of `length` words and its titles, which are in the order of time. */
static bool weigh_start(void *context, const struct tdg_start *start, size_t count, uint32_t length)
{
    struct growing *growing = context;
    const int64_t *published = growing->published;
    int64_t first = tdg_event_week(published[start[0].row]), last = first, weeks = 1;
    for (size_t i = 1; i < count; i++) {
        int64_t week = tdg_event_week(published[start[i].row]);
        weeks += week != last;
        last = week;
    }
    int64_t span = last - first + 1;
    if (weeks < MIN_WEEKS || span < MIN_SPAN)
        return false;
    bool found = length >= 2 && MAX_PAUSE * weeks >= span &&
                 keeps_its_place(growing, start->row, length, count);
    for (size_t i = 0; found && i < count; i++)
        growing->pattern[start[i].row] = (uint8_t)length;
    return true;
}

/* Copies take part: a column may come with the same title each time, and nothing more. */
static int find(const struct tdg_streams *streams, const int64_t *published,
                enum tdg_text_place place, uint8_t *pattern)
{
    struct growing growing = {.streams = streams, .published = published, .pattern = pattern};
    int status = tdg_beginnings_init(&growing.beginnings, streams, place, published, NULL);
    if (!status)
        status = list_pairs(&growing);
    uint32_t length = 1;
    while (!status && length <= TDG_PATTERN_WORDS &&
           tdg_beginnings_grow(&growing.beginnings, length, weigh_start, &growing))
        length++;
    free(growing.pair);
    tdg_beginnings_done(&growing.beginnings);
    return status;
}

int tdg_title_patterns_find(struct tdg_title_patterns *patterns, const struct tdg_streams *streams,
                            const int64_t *published)
{
    int status = TDG_OK;
    for (enum tdg_text_place i = 0; !status && i < TDG_TEXT_PLACES; i++) {
        patterns->words[i] = tdg_alloc(streams->articles, sizeof *patterns->words[i]);
        status = patterns->words[i] ? find(streams, published, i, patterns->words[i]) : TDG_ENOMEM;
    }
    return status;
}

void tdg_title_patterns_done(struct tdg_title_patterns *patterns)
{
    for (int i = 0; i < TDG_TEXT_PLACES; i++)
        free(patterns->words[i]);
    *patterns = (struct tdg_title_patterns){0};
}

size_t tdg_title_pattern_words(uint32_t words[TDG_TEXT_PLACES * TDG_PATTERN_WORDS],
                               const struct tdg_title_patterns *patterns,
                               const struct tdg_streams *streams, uint32_t row)
{
    size_t count = 0;
    for (enum tdg_text_place place = 0; place < TDG_TEXT_PLACES; place++)
        for (uint32_t i = 0; i < patterns->words[place][row]; i++)
            words[count++] = tdg_word_from(streams, row, i, place);
    return count;
}
