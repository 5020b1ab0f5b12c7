// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles by what is special in their days. A word weighs the more the rarer it was in the weeks
 * before, and the more it is in the news of these days against then: of two articles that share
 * "coronavirus" in the year of the pandemic the word says nothing, in its first week everything.
 *
 *   weight = (1 + log tf) · log(1 + N₀/(n₀ + 1)) · log₂(1 + (n + 1)/(e + 1)) · kind
 *
 * n of the articles of the days around have the word, n₀ of the N₀ of the weeks before, and e is
 * what n would be at that rate. Nothing but the articles of those weeks decides, so that an archive
 * that knows no more of them than that finds the same events as an analysis of everything. Words
 * side by side are columns, too: "British Steel". They are told apart by a hash, for there are as
 * many as the text has places (Weinberger et al. 2009, section 2); those of some days fill a
 * hundredth of its range. */
#include "event/rows.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/date_fold.h"
#include "calendar/date_words.h"
#include "text/letters.h"
#include "vector/matrix.h"

enum { DAY = 86400, FEWEST_PAIRS = 1 << 10, MOST_PAIRS = 1 << 22, ROOM = 4 };

/* A word in the text of one article. */
struct cell {
    uint32_t column;
    float weight;
};

struct building {
    const struct tdg_event_input *input;
    const struct tdg_title_patterns *patterns;
    const struct tdg_event_formats *formats;
    const struct tdg_event_options *options;
    struct tdg_event_rows *rows;
    bool *skipped;     /* [terms] numbers and words of the calendar */
    bool *name;        /* [terms] */
    uint32_t pairs;    /* columns of them, before any is chosen: a power of two */
    double *kind;      /* [columns] weight of its kind: name, other word, pair */
    struct cell *cell; /* [2 · longest] scratch */
    struct cell *all;  /* [count] of all rows */
    size_t count, capacity;
};

/* "may" and "sun" are other words, too. */
static bool is_calendar(const char *word)
{
    static const char *const other[] = {"may", "march", "mar", "sun", "sat"};
    char folded[TDG_DATE_LONGEST + 1];
    size_t length = strlen(word);
    if (!tdg_date_fold(folded, &length, word, length) || length < 3)
        return false;
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (strcmp(folded, other[i]) == 0)
            return false;
    struct tdg_date_word meaning = tdg_date_word(folded, length);
    return meaning.month || meaning.weekday;
}

static bool is_number(const char *word)
{
    size_t length = strlen(word), size = 1;
    bool digits = length > 0;
    for (size_t at = 0; at < length; at += size)
        digits = digits && !(tdg_class_at(word, length, at, &size) & TDG_LETTER);
    return digits;
}

static int know_words(struct building *building)
{
    const struct tdg_streams *streams = building->input->streams;
    building->skipped = tdg_alloc(streams->term_count, sizeof *building->skipped);
    building->name = tdg_alloc(streams->term_count, sizeof *building->name);
    if (!building->skipped || !building->name)
        return TDG_ENOMEM;
    for (uint32_t term = 0; term < streams->term_count; term++) {
        const char *surface = streams->surface[term];
        size_t size;
        building->skipped[term] = is_number(surface) || is_calendar(surface);
        building->name[term] = tdg_class_at(surface, strlen(surface), 0, &size) & TDG_UPPER;
    }
    return TDG_OK;
}

/* Where the part of an article ends that is looked at. */
static size_t end_of(const struct building *building, size_t article)
{
    const struct tdg_streams *streams = building->input->streams;
    size_t end = streams->begin[article + 1];
    size_t most = streams->title_end[article] + building->options->body_words;
    return end < most ? end : most;
}

static int make_room(struct building *building)
{
    const struct tdg_event_input *input = building->input;
    size_t rows = 0, longest = 0, places = 0;
    for (size_t i = 0; i < input->streams->articles; i++) {
        size_t length = end_of(building, i) - input->streams->begin[i];
        rows += tdg_event_takes(input, building->formats, i);
        places += length;
        longest = length > longest ? length : longest;
    }
    for (building->pairs = FEWEST_PAIRS;
         building->pairs < MOST_PAIRS && building->pairs < ROOM * places;)
        building->pairs *= 2;
    struct tdg_event_rows *made = building->rows;
    made->matrix.columns = input->streams->term_count + building->pairs;
    made->matrix.begin = tdg_alloc(rows + 1, sizeof *made->matrix.begin);
    made->article = tdg_alloc(rows, sizeof *made->article);
    made->day = tdg_alloc(rows, sizeof *made->day);
    made->burst = tdg_alloc(rows, sizeof *made->burst);
    building->cell = tdg_alloc(2 * longest, sizeof *building->cell);
    return made->matrix.begin && made->article && made->day && made->burst && building->cell
               ? TDG_OK
               : TDG_ENOMEM;
}

static uint32_t pair_column(const struct building *building, uint32_t left, uint32_t right)
{
    uint64_t hash = ((uint64_t)left << 32 | right) * UINT64_C(0x9E3779B97F4A7C15);
    hash = (hash ^ hash >> 29) * UINT64_C(0xBF58476D1CE4E5B9);
    hash ^= hash >> 32;
    return building->input->streams->term_count + (uint32_t)(hash & (building->pairs - 1));
}

static int by_column(const void *left, const void *right)
{
    uint32_t a = ((const struct cell *)left)->column, b = ((const struct cell *)right)->column;
    return (a > b) - (a < b);
}

static bool is_among(const uint32_t *terms, size_t count, uint32_t term)
{
    for (size_t i = 0; i < count; i++)
        if (terms[i] == term)
            return true;
    return false;
}

/* The words and pairs of an article in the order of its text. A column of a newspaper, and what its
 * titles always begin with, say nothing of what happened. */
static size_t list_words(struct building *building, uint32_t article)
{
    const struct tdg_streams *streams = building->input->streams;
    uint32_t pattern[TDG_TEXT_PLACES * TDG_PATTERN_WORDS], before = TDG_NONE;
    size_t left_out = tdg_title_pattern_words(pattern, building->patterns, streams, article);
    size_t title_end = streams->title_end[article], count = 0;
    bool has_body = streams->begin[article + 1] > title_end;
    for (size_t at = streams->begin[article]; at < end_of(building, article); at++) {
        uint32_t term = streams->term[at];
        bool in_title = at < title_end;
        float weight = in_title && has_body ? (float)building->options->title_weight : 1;
        if (at == title_end)
            before = TDG_NONE;
        if (term == TDG_BREAK || building->skipped[term] ||
            tdg_in_recurring_column(streams, article, at) || is_among(pattern, left_out, term)) {
            before = TDG_NONE;
            continue;
        }
        building->cell[count++] = (struct cell){term, weight};
        if (before != TDG_NONE)
            building->cell[count++] = (struct cell){pair_column(building, before, term), weight};
        before = term;
    }
    return count;
}

/* Adds up what is there twice; ascending columns. */
static size_t add_up(struct cell *cell, size_t count)
{
    size_t kept = 0;
    if (count)
        qsort(cell, count, sizeof *cell, by_column);
    for (size_t i = 0; i < count; i++)
        if (kept && cell[kept - 1].column == cell[i].column)
            cell[kept - 1].weight += cell[i].weight;
        else
            cell[kept++] = cell[i];
    return kept;
}

static int put_row(struct building *building, uint32_t article)
{
    struct tdg_event_rows *rows = building->rows;
    size_t count = add_up(building->cell, list_words(building, article));
    struct cell *grown =
        tdg_grow(building->all, &building->capacity, building->count + count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    building->all = grown;
    memcpy(grown + building->count, building->cell, count * sizeof *grown);
    building->count += count;
    size_t row = rows->matrix.rows++;
    rows->article[row] = article;
    rows->day[row] = floor((double)building->input->published[article] / DAY);
    rows->matrix.begin[row + 1] = building->count;
    return TDG_OK;
}

/* Numbers the columns that two articles have or more: what is in one alone likens it to nothing.
 * with: [columns] articles that have each; becomes the number, TDG_NONE for the others. */
static int choose_columns(struct building *building, uint32_t *with)
{
    struct tdg_matrix *matrix = &building->rows->matrix;
    const struct tdg_event_options *options = building->options;
    uint32_t terms = building->input->streams->term_count, columns = 0;
    for (uint32_t i = 0; i < matrix->columns; i++)
        columns += with[i] > 1;
    building->kind = tdg_alloc(columns, sizeof *building->kind);
    if (!building->kind)
        return TDG_ENOMEM;
    columns = 0;
    for (uint32_t i = 0; i < matrix->columns; i++) {
        if (with[i] > 1)
            building->kind[columns] = i >= terms          ? options->pair_weight
                                      : building->name[i] ? options->name_boost
                                                          : 1;
        with[i] = with[i] > 1 ? columns++ : TDG_NONE;
    }
    matrix->columns = columns;
    return TDG_OK;
}

static void keep_cells(struct building *building, const uint32_t *number)
{
    struct tdg_matrix *matrix = &building->rows->matrix;
    size_t kept = 0;
    for (size_t row = 0, at = 0; row < matrix->rows; row++) {
        for (; at < matrix->begin[row + 1]; at++) {
            const struct cell *cell = &building->all[at];
            if (number[cell->column] == TDG_NONE)
                continue;
            matrix->column[kept] = number[cell->column];
            matrix->weight[kept++] = cell->weight;
        }
        matrix->begin[row + 1] = kept;
    }
}

static int put_rows(struct building *building)
{
    struct tdg_matrix *matrix = &building->rows->matrix;
    uint32_t *with = tdg_alloc(matrix->columns, sizeof *with);
    int status = with ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < building->input->streams->articles; i++)
        if (tdg_event_takes(building->input, building->formats, i))
            status = put_row(building, (uint32_t)i);
    for (size_t at = 0; !status && at < building->count; at++)
        with[building->all[at].column]++;
    matrix->column = tdg_alloc(building->count, sizeof *matrix->column);
    matrix->weight = tdg_alloc(building->count, sizeof *matrix->weight);
    if (!status)
        status = matrix->column && matrix->weight ? choose_columns(building, with) : TDG_ENOMEM;
    if (!status)
        keep_cells(building, with);
    free(with);
    return status;
}

/* The articles of some days. */
struct days {
    uint32_t *with; /* [columns] of them, those with the word */
    size_t begin, end;
};

static void move(struct days *days, const struct tdg_event_rows *rows, double from, double until)
{
    const struct tdg_matrix *matrix = &rows->matrix;
    for (; days->end < matrix->rows && rows->day[days->end] <= until; days->end++)
        for (size_t at = matrix->begin[days->end]; at < matrix->begin[days->end + 1]; at++)
            days->with[matrix->column[at]]++;
    for (; days->begin < days->end && rows->day[days->begin] < from; days->begin++)
        for (size_t at = matrix->begin[days->begin]; at < matrix->begin[days->begin + 1]; at++)
            days->with[matrix->column[at]]--;
}

/* How much a word of these days says: by its rarity, and by how much more is heard of it. In the
 * first weeks, where there is little to compare with, it is held against all that is there. */
struct speech {
    double rarity, burst;
};

static struct speech speech_of(uint32_t column, const struct days *now, const struct days *then,
                               const struct days *all)
{
    double articles = (double)(now->end - now->begin), with = now->with[column];
    bool known = then->end - then->begin >= now->end - now->begin;
    double total = (double)(known ? then->end - then->begin : all->end);
    double before = known ? then->with[column] : all->with[column] - 1.0;
    double expected = (known ? before : before + 1) / total * articles;
    return (struct speech){log(1 + total / (before + 1)), log2(1 + (with + 1) / (expected + 1))};
}

static void weigh_row(struct building *building, size_t row, const struct days *now,
                      const struct days *then, const struct days *all)
{
    struct tdg_matrix *matrix = &building->rows->matrix;
    double square = 0, calm = 0;
    for (size_t at = matrix->begin[row]; at < matrix->begin[row + 1]; at++) {
        uint32_t column = matrix->column[at];
        struct speech speech = speech_of(column, now, then, all);
        double weight =
            (1 + log((double)matrix->weight[at])) * speech.rarity * building->kind[column];
        calm += weight * weight;
        weight *= speech.burst;
        matrix->weight[at] = (float)weight;
        square += weight * weight;
    }
    building->rows->burst[row] = calm > 0 ? (float)sqrt(square / calm) : 0;
    for (size_t at = matrix->begin[row]; at < matrix->begin[row + 1]; at++)
        matrix->weight[at] = (float)((double)matrix->weight[at] / sqrt(square));
}

static int weigh(struct building *building)
{
    const struct tdg_event_options *options = building->options;
    struct tdg_event_rows *rows = building->rows;
    uint32_t columns = rows->matrix.columns;
    struct days all = {.with = tdg_alloc(columns, sizeof *all.with)};
    struct days now = {.with = tdg_alloc(columns, sizeof *now.with)};
    struct days then = {.with = tdg_alloc(columns, sizeof *then.with)};
    int status = all.with && now.with && then.with ? TDG_OK : TDG_ENOMEM;
    if (!status)
        move(&all, rows, -(double)INFINITY, (double)INFINITY);
    for (size_t row = 0; !status && row < rows->matrix.rows; row++) {
        double first = rows->day[row] - options->around;
        move(&now, rows, first, rows->day[row] + options->around);
        move(&then, rows, first - options->before, first - 1);
        weigh_row(building, row, &now, &then, &all);
    }
    free(all.with);
    free(now.with);
    free(then.with);
    return status;
}

int tdg_event_rows_build(struct tdg_event_rows *rows, const struct tdg_event_input *input,
                         const struct tdg_title_patterns *patterns,
                         const struct tdg_event_formats *formats,
                         const struct tdg_event_options *options)
{
    struct building building = {
        .input = input, .patterns = patterns, .formats = formats, .options = options, .rows = rows};
    *rows = (struct tdg_event_rows){0};
    int status = know_words(&building);
    if (!status)
        status = make_room(&building);
    if (!status)
        status = put_rows(&building);
    if (!status)
        status = weigh(&building);
    free(building.skipped);
    free(building.name);
    free(building.kind);
    free(building.cell);
    free(building.all);
    return status;
}

void tdg_event_rows_done(struct tdg_event_rows *rows)
{
    tdg_matrix_done(&rows->matrix);
    free(rows->article);
    free(rows->day);
    free(rows->burst);
    *rows = (struct tdg_event_rows){0};
}
