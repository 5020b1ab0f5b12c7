// SPDX-License-Identifier: GPL-3.0-or-later
/* The words of themes, as the archive keeps them: how many words of each term, for all terms of the
 * articles, rare ones too, which may be frequent later on. Words are ln(1 + count). */
#include "archive/learn.h"

#include <math.h>

#include <stdlib.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "cluster/nb_model.h"
#include "store/store.h"
#include "store/words.h"
#include "vector/counts.h"
#include "vector/matrix.h"
#include "vector/vector.h"
#include "vector/vocabulary.h"

struct lesson {
    struct tdg_update *update;
    const struct tdg_run *run;
    const int64_t *theme;
    const bool *counted;
    struct tdg_vocabulary vocabulary; /* all terms */
    struct tdg_matrix counts;
    size_t *begin;    /* [columns + 1] of each column in … */
    size_t *cell;     /* [cells] … the cells of the counts by column, rows ascending … */
    uint32_t *row;    /* [cells] … and their rows */
    uint32_t *slot;   /* [articles] of the theme of each in `numbers`, TDG_NONE for none */
    int64_t *numbers; /* [themes] ascending */
    size_t themes;
    bool forget;   /* the words leave the themes */
    double *words; /* [themes] of one term */
    double *has;   /* [themes] of one term, in the archive; only to forget */
    double *all;   /* [themes] */
};

static void lesson_done(struct lesson *lesson)
{
    tdg_vocabulary_done(&lesson->vocabulary);
    tdg_matrix_done(&lesson->counts);
    free(lesson->begin);
    free(lesson->cell);
    free(lesson->row);
    free(lesson->slot);
    free(lesson->numbers);
    free(lesson->words);
    free(lesson->has);
    free(lesson->all);
}

/* What a word is kept for must not depend on the others in the run: neither columns nor words
 * without a subject are left out, which a fit and a batch may see differently. */
static int count_all_terms(struct lesson *lesson)
{
    const struct tdg_run *run = lesson->run;
    struct tdg_streams streams = run->streams;
    struct tdg_vector_options options = run->settings.vector;
    options.min_articles = 1;
    options.max_share = 1;
    options.max_terms = 0;
    options.skip_weak = false;
    streams.recurring = (struct tdg_recurring_columns){0};
    int status =
        tdg_vocabulary_build(&lesson->vocabulary, &streams, NULL, &options, lesson->update->error);
    if (!status)
        status = tdg_counts_build(&lesson->counts, &streams, &lesson->vocabulary, run->workers,
                                  lesson->update->error);
    return status;
}

static int sort_by_term(struct lesson *lesson)
{
    const struct tdg_matrix *counts = &lesson->counts;
    size_t cells = counts->begin[counts->rows];
    lesson->begin = tdg_alloc((size_t)counts->columns + 2, sizeof *lesson->begin);
    lesson->cell = tdg_alloc(cells, sizeof *lesson->cell);
    lesson->row = tdg_alloc(cells, sizeof *lesson->row);
    if (!lesson->begin || !lesson->cell || !lesson->row)
        return TDG_ENOMEM;
    for (size_t at = 0; at < cells; at++)
        lesson->begin[counts->column[at] + 2]++;
    for (size_t c = 2; c < (size_t)counts->columns + 2; c++)
        lesson->begin[c] += lesson->begin[c - 1];
    for (size_t row = 0; row < counts->rows; row++)
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
            size_t to = lesson->begin[counts->column[at] + 1]++;
            lesson->cell[to] = at;
            lesson->row[to] = (uint32_t)row;
        }
    return TDG_OK;
}

static int by_number(const void *left, const void *right)
{
    int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
    return (one > other) - (one < other);
}

static int number_themes(struct lesson *lesson)
{
    size_t rows = lesson->run->articles.count, count = 0;
    lesson->numbers = tdg_alloc(rows, sizeof *lesson->numbers);
    lesson->slot = tdg_alloc(rows, sizeof *lesson->slot);
    if (!lesson->numbers || !lesson->slot)
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        if (lesson->theme[i])
            lesson->numbers[count++] = lesson->theme[i];
    if (count)
        qsort(lesson->numbers, count, sizeof *lesson->numbers, by_number);
    for (size_t i = 0; i < count; i++)
        if (!lesson->themes || lesson->numbers[lesson->themes - 1] != lesson->numbers[i])
            lesson->numbers[lesson->themes++] = lesson->numbers[i];
    for (size_t i = 0; i < rows; i++) {
        const int64_t *found = lesson->theme[i]
                                   ? bsearch(&lesson->theme[i], lesson->numbers, lesson->themes,
                                             sizeof *lesson->numbers, by_number)
                                   : NULL;
        lesson->slot[i] = found ? (uint32_t)(found - lesson->numbers) : TDG_NONE;
    }
    lesson->words = tdg_alloc(lesson->themes, sizeof *lesson->words);
    lesson->has = tdg_alloc(lesson->themes, sizeof *lesson->has);
    lesson->all = tdg_alloc(lesson->themes, sizeof *lesson->all);
    return lesson->words && lesson->has && lesson->all ? TDG_OK : TDG_ENOMEM;
}

static void take_words(void *context, int64_t theme, double words)
{
    struct lesson *lesson = context;
    const int64_t *found =
        bsearch(&theme, lesson->numbers, lesson->themes, sizeof *lesson->numbers, by_number);
    if (found)
        lesson->has[found - lesson->numbers] = words;
}

/* What a theme has not, it does not give: which phrases an article has depends on the company it is
 * read in. */
static int turn_round(struct lesson *lesson, const struct tdg_stored_term *term)
{
    for (size_t t = 0; t < lesson->themes; t++)
        lesson->has[t] = 0;
    int status = tdg_archive_term_themes(lesson->update->archive, term->number, take_words, lesson,
                                         lesson->update->error);
    for (size_t t = 0; !status && t < lesson->themes; t++)
        lesson->words[t] = -fmin(lesson->words[t], fmax(lesson->has[t], 0));
    return status;
}

/* The words of a term in each theme; *articles: that it counts for. */
static void gather(struct lesson *lesson, uint32_t column, int64_t *articles)
{
    *articles = 0;
    for (size_t at = lesson->begin[column]; at < lesson->begin[column + 1]; at++) {
        uint32_t row = lesson->row[at], slot = lesson->slot[row];
        *articles += lesson->counted && lesson->counted[row];
        if (slot != TDG_NONE)
            lesson->words[slot] += tdg_words_of(lesson->counts.weight[lesson->cell[at]]);
    }
}

static int learn_term(struct lesson *lesson, uint32_t column)
{
    struct tdg_archive *archive = lesson->update->archive;
    struct tdg_error *error = lesson->update->error;
    const char *stem = lesson->run->streams.stem[lesson->vocabulary.term[column]];
    struct tdg_stored_term term;
    int64_t articles;
    double sum = 0;
    gather(lesson, column, &articles);
    int status = tdg_archive_term(&term, archive, stem, error);
    if (!status && lesson->forget)
        status = turn_round(lesson, &term);
    for (size_t t = 0; t < lesson->themes; t++)
        sum += lesson->words[t];
    if (!status && (articles || sum != 0))
        status = tdg_archive_grow_term(archive, &term, stem, articles, sum, error);
    for (size_t t = 0; !status && t < lesson->themes; t++) {
        if (lesson->words[t] != 0)
            status = tdg_archive_grow_theme(archive, term.number, lesson->numbers[t],
                                            lesson->words[t], error);
        lesson->all[t] += lesson->words[t];
        lesson->words[t] = 0;
    }
    return status;
}

static int take(struct lesson *lesson)
{
    struct tdg_update *update = lesson->update;
    int status = count_all_terms(lesson);
    if (!status && (sort_by_term(lesson) || number_themes(lesson)))
        status = tdg_fail_memory(update->error);
    for (uint32_t c = 0; !status && c < lesson->vocabulary.columns; c++)
        status = learn_term(lesson, c);
    for (size_t t = 0; !status && t < lesson->themes; t++)
        status = tdg_archive_grow_all(update->archive, lesson->numbers[t], lesson->all[t],
                                      update->error);
    lesson_done(lesson);
    return status;
}

int tdg_update_learn(struct tdg_update *update, const struct tdg_run *run, const int64_t *theme,
                     const bool *counted)
{
    struct lesson lesson = {.update = update, .run = run, .theme = theme, .counted = counted};
    return take(&lesson);
}

int tdg_update_forget(struct tdg_update *update, const struct tdg_run *run, const int64_t *theme)
{
    struct lesson lesson = {.update = update, .run = run, .theme = theme, .forget = true};
    return take(&lesson);
}
