// SPDX-License-Identifier: GPL-3.0-or-later
/* Rubrics are no events: "Coronavirus latest: at a glance" begins a title week after week, whatever
 * has happened. Two or more words at one end of a title, or at the start of a body, are a formula,
 * in any language, where
 *   - articles have had them there in several weeks, over more weeks than a story lives;
 *   - they come regularly, in one of three weeks of that time (what a name is in comes in bursts);
 *   - their innermost two words, counted from that end, stand side by side hardly anywhere else
 *     (a name also stands in the middle).
 * Formulas are grown a word at a time, since one that is too rare grows no better. Sorted bodies
 * have no start. */
#include <stdlib.h>

#include "base/memory.h"
#include "story/party.h"

enum {
    LEAST_WEEKS = 4,
    LEAST_SPAN = 8,
    BODY_WORDS = 32,
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
    enum tdg_formula_place place;
};

/* The words of an article that begin or end with a formula, in the stream. */
struct range {
    size_t begin, end;
};

static struct range range_of(const struct tdg_streams *streams, uint32_t row,
                             enum tdg_formula_place place)
{
    size_t middle = streams->title_end[row], end = streams->begin[row + 1];
    if (place != TDG_BODY_START)
        return (struct range){streams->begin[row], middle};
    size_t most = streams->sorted ? 0 : BODY_WORDS;
    return (struct range){middle, end < middle + most ? end : middle + most};
}

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

/* Word `i` from the end that counts, or TDG_NONE behind the last one. */
static uint32_t word_of(const struct tdg_streams *streams, uint32_t row, uint32_t i,
                        enum tdg_formula_place place)
{
    struct range range = range_of(streams, row, place);
    size_t count = range.end - range.begin;
    for (size_t k = 0; k < count; k++) {
        uint32_t term = streams->term[range.begin + (place == TDG_TITLE_END ? count - 1 - k : k)];
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
    size_t rows = input->grouping->rows, words = 0;
    for (uint32_t i = 0; i < rows; i++) {
        struct range range = range_of(input->streams, i, growing->place);
        words += range.end - range.begin;
    }
    growing->pair = tdg_alloc(words, sizeof *growing->pair);
    if (!growing->pair)
        return TDG_ENOMEM;
    for (uint32_t i = 0; i < rows; i++) {
        struct range range = range_of(input->streams, i, growing->place);
        uint32_t before = TDG_NONE;
        for (size_t at = range.begin; takes_part(input, i) && at < range.end; at++) {
            uint32_t word = input->streams->term[at];
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
    uint32_t a = word_of(streams, row, length - 2, growing->place);
    uint32_t b = word_of(streams, row, length - 1, growing->place);
    uint64_t key = growing->place == TDG_TITLE_END ? join(b, a) : join(a, b);
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
        uint32_t word = word_of(growing->input->streams, i, length - 1, growing->place);
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

static int find(const struct tdg_story_input *input, enum tdg_formula_place place, uint8_t *formula)
{
    struct growing growing = {.input = input, .place = place};
    size_t rows = input->grouping->rows;
    growing.start = tdg_alloc(rows, sizeof *growing.start);
    growing.begun = tdg_alloc(rows, sizeof *growing.begun);
    int status = growing.start && growing.begun ? list_pairs(&growing) : TDG_ENOMEM;
    for (uint32_t i = 0; !status && i < rows; i++)
        growing.begun[i] = takes_part(input, i) ? word_of(input->streams, i, 0, place) : TDG_NONE;
    uint32_t length = 2;
    while (!status && length <= TDG_FORMULA_WORDS && grow(&growing, length, formula))
        length++;
    free(growing.pair);
    free(growing.start);
    free(growing.begun);
    return status;
}

int tdg_formulas_find(struct tdg_formulas *formulas, const struct tdg_story_input *input)
{
    int status = TDG_OK;
    for (enum tdg_formula_place i = 0; !status && i < TDG_FORMULA_PLACES; i++) {
        formulas->words[i] = tdg_alloc(input->grouping->rows, sizeof *formulas->words[i]);
        status = formulas->words[i] ? find(input, i, formulas->words[i]) : TDG_ENOMEM;
    }
    return status;
}

void tdg_formulas_done(struct tdg_formulas *formulas)
{
    for (int i = 0; i < TDG_FORMULA_PLACES; i++)
        free(formulas->words[i]);
    *formulas = (struct tdg_formulas){0};
}

size_t tdg_formula_words(uint32_t words[TDG_FORMULA_PLACES * TDG_FORMULA_WORDS],
                         const struct tdg_formulas *formulas, const struct tdg_streams *streams,
                         uint32_t row)
{
    size_t count = 0;
    for (enum tdg_formula_place place = 0; place < TDG_FORMULA_PLACES; place++)
        for (uint32_t i = 0; i < formulas->words[place][row]; i++)
            words[count++] = word_of(streams, row, i, place);
    return count;
}
