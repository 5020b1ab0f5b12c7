// SPDX-License-Identifier: GPL-3.0-or-later
/* An article that comes again with other words stays in its theme, unless they speak clearly for
 * another one, and in its story. Nothing is taken out before everything has its place: the themes
 * by which places are decided are those before the batch. Then the words of the old text leave the
 * theme, and those of the new one are learnt.
 *
 * Which words an article has follows from its text alone; which phrases depends on the company it
 * was read in, and nobody has kept that. So both texts have the phrases that the archive knows: for
 * an article of the last fit, those that were learnt from it, as long as no batch since then has
 * found others. What a theme has not, it does not give. */
#include "archive/revision.h"

#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/known_terms.h"
#include "archive/load.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "cluster/nb_model.h"
#include "cluster/place.h"
#include "input/input.h"
#include "pipeline/lifecycle.h"
#include "pipeline/run.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/store.h"
#include "store/trouble.h"
#include "store/words.h"
#include "text/text.h"

enum { LONGEST = 3 }; /* words of a phrase */

/* Nats a word by which new words have to speak more for another theme than for their own, and more
 * than the old ones did: as for a theme that begins (births.c). */
static const double min_lead = 0.1;

/* Sums that differ by less are the same; a word is ln 2 at least. */
static const double nothing = 1e-9;

/* One article, term by term. */
struct lesson {
    struct tdg_update *update;
    int64_t theme; /* or 0: only the articles of its terms are counted */
    bool forget;
    double sum; /* of the theme, so far */
    double has; /* words of the theme, of the term in work */
};

static void take_words(void *context, int64_t theme, double words)
{
    struct lesson *lesson = context;
    if (theme == lesson->theme)
        lesson->has = words;
}

/* What is there of a term is given back, all of it where no more than a rounding error would
 * remain; of a phrase all or nothing. */
static int forget_term(struct lesson *lesson, struct tdg_stored_term *term, const char *stem,
                       double words)
{
    struct tdg_update *update = lesson->update;
    lesson->has = 0;
    int status =
        tdg_archive_term_themes(update->archive, term->number, take_words, lesson, update->error);
    bool phrase = strchr(stem, ' ') != NULL;
    if (status || (phrase && lesson->theme && lesson->has < words - nothing))
        return status;
    if (!lesson->theme)
        words = 0;
    else if (lesson->has < words + nothing)
        words = lesson->has;
    status = tdg_archive_grow_term(update->archive, term, stem, term->articles ? -1 : 0, -words,
                                   update->error);
    if (!status && words > 0)
        status = tdg_archive_grow_theme(update->archive, term->number, lesson->theme, -words,
                                        update->error);
    lesson->sum -= words;
    return status;
}

static int learn_term(struct lesson *lesson, struct tdg_stored_term *term, const char *stem,
                      double words)
{
    struct tdg_update *update = lesson->update;
    if (!lesson->theme)
        words = 0;
    int status = tdg_archive_grow_term(update->archive, term, stem, 1, words, update->error);
    if (!status && lesson->theme)
        status = tdg_archive_grow_theme(update->archive, term->number, lesson->theme, words,
                                        update->error);
    lesson->sum += words;
    return status;
}

/* Only a word may be new to the archive, and only to be learnt. */
static int take_term(struct lesson *lesson, const char *stem, size_t count)
{
    struct tdg_stored_term term;
    double words = tdg_words_of((float)count);
    int status = tdg_archive_term(&term, lesson->update->archive, stem, lesson->update->error);
    if (status || (!term.number && (lesson->forget || strchr(stem, ' '))))
        return status;
    return lesson->forget ? forget_term(lesson, &term, stem, words)
                          : learn_term(lesson, &term, stem, words);
}

static int by_stem(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Words as in the streams, and two and three that stand side by side with a blank between. */
static int list_stems(const char **stems, size_t *count, struct tdg_arena *arena,
                      const struct tdg_streams *streams, size_t row)
{
    size_t end = streams->begin[row + 1];
    for (size_t at = streams->begin[row]; at < end; at++) {
        struct tdg_buffer stem = {0};
        bool good = true;
        for (size_t i = at; good && i < end && i < at + LONGEST; i++) {
            if (streams->term[i] == TDG_BREAK)
                break;
            if (i > at)
                tdg_buffer_char(&stem, ' ');
            tdg_buffer_string(&stem, streams->stem[streams->term[i]]);
            stems[*count] = stem.failed ? NULL : tdg_arena_string(arena, stem.text);
            good = stems[(*count)++] != NULL;
        }
        tdg_buffer_done(&stem);
        if (!good)
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

static int take_article(struct lesson *lesson, const struct tdg_run *run, size_t row)
{
    const struct tdg_streams *streams = &run->streams;
    size_t count = 0, places = streams->begin[row + 1] - streams->begin[row];
    struct tdg_arena arena = {0};
    const char **stems = tdg_alloc(places, LONGEST * sizeof *stems);
    int status = stems ? list_stems(stems, &count, &arena, streams, row) : TDG_ENOMEM;
    if (status)
        tdg_fail_memory(lesson->update->error);
    else if (count)
        qsort(stems, count, sizeof *stems, by_stem);
    for (size_t i = 0, same; !status && i < count; i += same) {
        for (same = 1; i + same < count && strcmp(stems[i], stems[i + same]) == 0;)
            same++;
        status = take_term(lesson, stems[i], same);
    }
    if (!status && lesson->theme)
        status = tdg_archive_grow_all(lesson->update->archive, lesson->theme, lesson->sum,
                                      lesson->update->error);
    free(stems);
    tdg_arena_done(&arena);
    return status;
}

static int load_all(struct tdg_run *run, struct tdg_update *update, const int64_t *numbers,
                    size_t count)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < count; i++) {
        struct tdg_article_range range = {
            .from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .article = numbers[i]};
        status = tdg_update_load(run, update, &range);
    }
    return status;
}

/* Articles as the archive has them now, each as a lesson. */
static int take_all(struct tdg_update *update, const int64_t *numbers, size_t count, bool forget)
{
    struct tdg_run run = {.monitor = update->monitor, .error = update->error};
    int status = tdg_run_open(&run, update->options);
    run.settings.text.phrases = false;
    if (!status)
        status = load_all(&run, update, numbers, count);
    if (!status)
        status = tdg_run_order(&run);
    if (!status)
        status = tdg_run_steps(&run, TDG_STEP_TERMS, TDG_STEP_TERMS);
    for (size_t i = 0; !status && i < run.articles.count; i++) {
        int64_t copy_of = 0, story = 0;
        struct lesson lesson = {.update = update, .forget = forget};
        status = tdg_archive_place_of(&copy_of, &lesson.theme, &story, update->archive,
                                      tdg_run_number(&run, i), update->error);
        if (!status && !copy_of)
            status = take_article(&lesson, &run, i);
    }
    tdg_run_done(&run);
    return status;
}

int tdg_update_forget_articles(struct tdg_update *update, const int64_t *numbers, size_t count)
{
    return count ? take_all(update, numbers, count, true) : TDG_OK;
}

int tdg_update_learn_articles(struct tdg_update *update, const int64_t *numbers, size_t count)
{
    return count ? take_all(update, numbers, count, false) : TDG_OK;
}

static int by_number(const void *left, const void *right)
{
    const struct tdg_changed *one = left, *other = right;
    return (one->number > other->number) - (one->number < other->number);
}

const struct tdg_changed *tdg_update_changed(const struct tdg_update *update, int64_t number)
{
    struct tdg_changed key = {.number = number};
    return update->changed_count ? bsearch(&key, update->changed, update->changed_count,
                                           sizeof *update->changed, by_number)
                                 : NULL;
}

static int list_changed(struct tdg_update *update)
{
    const struct tdg_run *run = &update->run;
    int status = TDG_OK;
    update->changed = tdg_alloc(run->articles.count, sizeof *update->changed);
    if (!update->changed)
        return tdg_fail_memory(update->error);
    for (size_t i = 0; !status && i < run->articles.count; i++) {
        struct tdg_changed changed = {.number = tdg_run_number(run, i), .after = (uint32_t)i};
        if (!changed.number)
            continue;
        status = tdg_archive_place_of(&changed.copy_of, &changed.theme, &changed.story,
                                      update->archive, changed.number, update->error);
        update->changed[update->changed_count++] = changed;
    }
    if (update->changed_count)
        qsort(update->changed, update->changed_count, sizeof *update->changed, by_number);
    return status;
}

/* Row i of `versions` is the text of changed[i] before the batch, row changed_count + i its new
 * one. */
static int open_versions(struct tdg_update *update)
{
    struct tdg_run *run = &update->versions;
    size_t count = update->changed_count;
    *run = (struct tdg_run){.monitor = update->monitor, .error = update->error};
    int status = tdg_run_open(run, update->options);
    run->settings.text.phrases = false;
    for (size_t i = 0; !status && i < count; i++)
        status = load_all(run, update, &update->changed[i].number, 1);
    if (!status && run->articles.count != count)
        status =
            tdg_archive_damaged(update->archive, update->error, "articles", "an article is gone");
    if (status)
        return status;
    struct tdg_article *grown =
        tdg_grow(run->articles.items, &run->articles.capacity, 2 * count, sizeof *grown);
    if (!grown)
        return tdg_fail_memory(update->error);
    run->articles.items = grown;
    for (size_t i = 0; i < count; i++) {
        struct tdg_changed *changed = &update->changed[i];
        grown[count + i] = update->run.articles.items[changed->after];
        changed->before = (uint32_t)i;
        changed->after = (uint32_t)(count + i);
    }
    run->articles.count = 2 * count;
    status = tdg_run_times(run);
    return status ? status : tdg_run_steps(run, TDG_STEP_TERMS, TDG_STEP_TERMS);
}

static const struct tdg_stored_theme *theme_of(const struct tdg_update *update, int64_t number)
{
    for (size_t t = 0; number && t < update->themes.count; t++)
        if (update->themes.items[t].number == number)
            return &update->themes.items[t];
    return NULL;
}

/* The new words speak clearly for another theme, and it is what has changed that does: where the
 * old ones spoke for it as well, the article is in its theme for the company that it keeps. */
static bool speaks_for_another(const struct tdg_lead *before, const struct tdg_lead *after)
{
    double least = min_lead * after->words;
    return after->other != TDG_NONE && after->lead > least && after->lead - before->lead > least;
}

/* leads: [rows of known->chosen]. */
static void decide(struct tdg_update *update, const struct tdg_known_words *known,
                   const struct tdg_lead *leads)
{
    for (size_t row = 0, count = 0; row < update->changed_count; row++) {
        struct tdg_changed *changed = &update->changed[row];
        const struct tdg_stored_theme *theme = theme_of(update, changed->theme);
        if (!theme)
            continue;
        changed->stays = theme->pinned ||
                         !speaks_for_another(&leads[count], &leads[known->chosen.rows / 2 + count]);
        count++;
    }
}

static int compare_versions(struct tdg_update *update, const bool *wanted)
{
    struct tdg_known_words known = {0};
    int status = tdg_update_know(&known, update, &update->versions, wanted);
    if (status)
        return status;
    size_t rows = known.chosen.rows;
    struct tdg_lead *leads = tdg_alloc(rows, sizeof *leads);
    status = leads ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++) {
        size_t row = known.row[i], count = update->changed_count;
        const struct tdg_changed *changed = &update->changed[row < count ? row : row - count];
        leads[i].group = (uint32_t)(theme_of(update, changed->theme) - update->themes.items);
        leads[i].other = TDG_NONE;
    }
    if (!status)
        status = tdg_nb_counts_leads(leads, &known.chosen, &known.stock, update->versions.workers);
    for (size_t i = 0; !status && i < rows / 2; i++)
        leads[i].other = leads[rows / 2 + i].other;
    if (!status)
        status = tdg_nb_counts_leads(leads, &known.chosen, &known.stock, update->versions.workers);
    if (!status)
        decide(update, &known, leads);
    free(leads);
    tdg_known_words_done(&known);
    return tdg_fail_status(update->error, status);
}

int tdg_update_meet_changed(struct tdg_update *update)
{
    int status = list_changed(update);
    if (status || !update->changed_count)
        return status;
    bool *wanted = tdg_alloc(2 * update->changed_count, sizeof *wanted);
    status = wanted ? open_versions(update) : TDG_ENOMEM;
    for (size_t i = 0; !status && i < update->changed_count; i++)
        wanted[i] = wanted[update->changed_count + i] =
            theme_of(update, update->changed[i].theme) != NULL;
    if (!status)
        status = compare_versions(update, wanted);
    free(wanted);
    return status;
}

int tdg_update_learn_changed(struct tdg_update *update, const int64_t *successors, size_t count)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < update->changed_count; i++) {
        const struct tdg_changed *changed = &update->changed[i];
        struct lesson lesson = {.update = update, .theme = changed->theme, .forget = true};
        if (!changed->copy_of)
            status = take_article(&lesson, &update->versions, changed->before);
    }
    for (size_t i = 0; !status && i < update->changed_count; i++) {
        const struct tdg_changed *changed = &update->changed[i];
        struct lesson lesson = {.update = update};
        int64_t copy_of = 0, story;
        status = tdg_archive_place_of(&copy_of, &lesson.theme, &story, update->archive,
                                      changed->number, update->error);
        if (!status && !copy_of)
            status = take_article(&lesson, &update->versions, changed->after);
    }
    return status ? status : tdg_update_learn_articles(update, successors, count);
}
