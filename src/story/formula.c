// SPDX-License-Identifier: GPL-3.0-or-later
/* Rubrics are no events: "Coronavirus latest: at a glance" begins a title week after week, whatever
 * has happened. Two or more words at one end of a title are a formula, in any language, where
 *   - titles have had them there in several weeks, over more weeks than a story lives;
 *   - they come regularly, in one of three weeks of that time (what a name is in comes in bursts);
 *   - their innermost two words, counted from that end, stand side by side hardly anywhere else
 *     (a name also stands in the middle).
 * Formulas are grown a word at a time, since one that is too rare grows no better. */
#include <stdlib.h>

#include "base/memory.h"
#include "story/party.h"

enum {
    LEAST_WEEKS = 6,
    LEAST_SPAN = 8,
    MOST_PAUSE = 3 /* weeks from one to the next, in the mean */
};
static const double least_at_end = 0.9; /* of the titles that have the two words */

/* A title, and what it begins with. */
struct start {
    uint64_t key; /* what it began with one word ago, and the word */
    uint32_t row;
};

struct growing {
    const struct tdg_story_input *input;
    uint64_t *pair; /* [pairs] neighbours in titles, ascending */
    size_t pairs;
    struct start *start; /* [rows] */
    uint32_t *begun;     /* [rows] what a title begins with, TDG_NONE where that is rare */
    bool at_end;         /* titles are read from their end */
};

/* Copies do: a rubric may come with the same title each time, and nothing more. */
static bool takes_part(const struct tdg_story_input *input, uint32_t row)
{
    return input->published[row] != TDG_NO_DATE;
}

/* Week since 1970, from Monday to Sunday. */
static int64_t week_of(int64_t time)
{
    const int64_t week = INT64_C(7) * 86400, monday = INT64_C(4) * 86400;
    int64_t from = time - monday;
    return from / week - (from % week < 0);
}

/* Word `i` of a title from either end, or TDG_NONE behind its last one. */
static uint32_t title_word(const struct tdg_streams *streams, uint32_t row, uint32_t i, bool at_end)
{
    size_t begin = streams->begin[row], count = streams->title_end[row] - begin;
    for (size_t k = 0; k < count; k++) {
        uint32_t term = streams->term[begin + (at_end ? count - 1 - k : k)];
        if (term != TDG_BREAK && i-- == 0)
            return term;
    }
    return TDG_NONE;
}

static uint64_t join(uint32_t a, uint32_t b)
{
    return (uint64_t)a << 32 | b;
}

static int compare_pairs(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static int compare_starts(const void *a, const void *b)
{
    const struct start *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static int list_pairs(struct growing *growing)
{
    const struct tdg_story_input *input = growing->input;
    const struct tdg_streams *streams = input->streams;
    size_t rows = input->grouping->rows, words = 0;
    for (size_t i = 0; i < rows; i++)
        words += streams->title_end[i] - streams->begin[i];
    growing->pair = tdg_alloc(words, sizeof *growing->pair);
    if (!growing->pair)
        return TDG_ENOMEM;
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t before = TDG_NONE;
        for (size_t at = streams->begin[i]; takes_part(input, i) && at < streams->title_end[i];
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
    const struct tdg_streams *streams = growing->input->streams;
    uint32_t a = title_word(streams, row, length - 2, growing->at_end);
    uint32_t b = title_word(streams, row, length - 1, growing->at_end);
    uint64_t key = growing->at_end ? join(b, a) : join(a, b);
    size_t all = pairs_below(growing, key + 1) - pairs_below(growing, key);
    return (double)titles >= least_at_end * (double)all;
}

/* One start of `length` words and its titles, which are in the order of time. */
static void weigh_start(struct growing *growing, const struct start *start, size_t count,
                        uint32_t length, uint8_t *formula)
{
    const int64_t *published = growing->input->published;
    int64_t first = week_of(published[start[0].row]), last = first, weeks = 1;
    for (size_t i = 1; i < count; i++) {
        int64_t week = week_of(published[start[i].row]);
        weeks += week != last;
        last = week;
    }
    int64_t span = last - first + 1;
    if (weeks < LEAST_WEEKS || span < LEAST_SPAN)
        return;
    bool found = MOST_PAUSE * weeks >= span && keeps_its_place(growing, start->row, length, count);
    for (size_t i = 0; i < count; i++) {
        growing->begun[start[i].row] = start->row;
        if (found)
            formula[start[i].row] = (uint8_t)length;
    }
}

/* Lengthens what titles begin with to `length` words; returns how many titles are so long. */
static size_t grow(struct growing *growing, uint32_t length, uint8_t *formula)
{
    size_t rows = growing->input->grouping->rows, count = 0;
    for (uint32_t i = 0; i < rows; i++) {
        uint32_t begun = growing->begun[i];
        growing->begun[i] = TDG_NONE;
        if (begun == TDG_NONE)
            continue;
        uint32_t word = title_word(growing->input->streams, i, length - 1, growing->at_end);
        if (word != TDG_NONE)
            growing->start[count++] = (struct start){join(begun, word), i};
    }
    if (count)
        qsort(growing->start, count, sizeof *growing->start, compare_starts);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i; next < count && growing->start[next].key == growing->start[i].key;)
            next++;
        weigh_start(growing, growing->start + i, next - i, length, formula);
    }
    return count;
}

static void find(struct growing *growing, bool at_end, uint8_t *formula)
{
    const struct tdg_story_input *input = growing->input;
    growing->at_end = at_end;
    for (uint32_t i = 0; i < input->grouping->rows; i++)
        growing->begun[i] =
            takes_part(input, i) ? title_word(input->streams, i, 0, at_end) : TDG_NONE;
    for (uint32_t length = 2; length <= TDG_FORMULA_WORDS && grow(growing, length, formula);)
        length++;
}

int tdg_formulas_find(struct tdg_formulas *formulas, const struct tdg_story_input *input)
{
    size_t rows = input->grouping->rows;
    struct growing growing = {.input = input};
    formulas->first = tdg_alloc(rows, sizeof *formulas->first);
    formulas->last = tdg_alloc(rows, sizeof *formulas->last);
    growing.start = tdg_alloc(rows, sizeof *growing.start);
    growing.begun = tdg_alloc(rows, sizeof *growing.begun);
    int status =
        formulas->first && formulas->last && growing.start && growing.begun ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = list_pairs(&growing);
    if (!status) {
        find(&growing, false, formulas->first);
        find(&growing, true, formulas->last);
    }
    free(growing.pair);
    free(growing.start);
    free(growing.begun);
    return status;
}

void tdg_formulas_done(struct tdg_formulas *formulas)
{
    free(formulas->first);
    free(formulas->last);
    *formulas = (struct tdg_formulas){0};
}

size_t tdg_formula_words(uint32_t words[2 * TDG_FORMULA_WORDS], const struct tdg_formulas *formulas,
                         const struct tdg_streams *streams, uint32_t row)
{
    size_t count = 0;
    for (uint32_t i = 0; i < formulas->first[row]; i++)
        words[count++] = title_word(streams, row, i, false);
    for (uint32_t i = 0; i < formulas->last[row]; i++)
        words[count++] = title_word(streams, row, i, true);
    return count;
}
