// SPDX-License-Identifier: GPL-3.0-or-later
/* An article that comes again with another content: the words of its old text leave the theme
 * before it is stored, those of the new one are learnt when it has its place. Its copies are copies
 * of the old text.
 *
 * Which words an article has follows from its text alone; which phrases depends on the company it
 * was read in, and nobody has kept that. So both texts have the phrases that the archive knows: for
 * an article of the last fit, those that were learnt from it, as long as no batch since then has
 * found others. What a theme has not, it does not give. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "engine/update/update.h"

enum { LONGEST = 3 }; /* words of a phrase */

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

/* Articles as the archive has them now, each as a lesson; copies have no words. */
static int take_all(struct tdg_update *update, const int64_t *numbers, size_t count, bool forget)
{
    struct tdg_run run = {.monitor = update->monitor, .error = update->error};
    int status = tdg_run_open(&run, update->options);
    run.settings.text.phrases = false;
    for (size_t i = 0; !status && i < count; i++) {
        struct tdg_article_range range = {
            .from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .article = numbers[i]};
        status = tdg_update_load(&run, update, &range);
    }
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

static int by_value(const void *left, const void *right)
{
    int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
    return (one > other) - (one < other);
}

/* What has the old text still is no copy of the new one: the earliest of the copies speaks for them
 * from now on. */
static int release_copies(struct tdg_update *update)
{
    int64_t *heirs = tdg_alloc(update->changed_count, sizeof *heirs);
    size_t count = 0;
    int status = TDG_OK;
    if (!heirs)
        return tdg_fail_memory(update->error);
    for (size_t i = 0; !status && i < update->changed_count; i++) {
        status = tdg_archive_release_copies(&heirs[count], update->archive, update->changed[i],
                                            update->error);
        count += !status && heirs[count];
    }
    if (!status && count)
        status = take_all(update, heirs, count, false);
    free(heirs);
    return status;
}

int tdg_update_forget_changed(struct tdg_update *update)
{
    const struct tdg_run *run = &update->run;
    update->changed = tdg_alloc(run->articles.count, sizeof *update->changed);
    if (!update->changed)
        return tdg_fail_memory(update->error);
    for (size_t i = 0; i < run->articles.count; i++)
        if (tdg_run_number(run, i))
            update->changed[update->changed_count++] = tdg_run_number(run, i);
    if (!update->changed_count)
        return TDG_OK;
    qsort(update->changed, update->changed_count, sizeof *update->changed, by_value);
    int status = take_all(update, update->changed, update->changed_count, true);
    if (!status)
        status = release_copies(update);
    if (!status) { /* their sums are others now */
        tdg_stored_themes_done(&update->themes);
        status = tdg_archive_themes(&update->themes, update->archive, update->error);
    }
    return status;
}

int tdg_update_learn_changed(struct tdg_update *update)
{
    return update->changed_count ? take_all(update, update->changed, update->changed_count, false)
                                 : TDG_OK;
}

bool tdg_update_is_changed(const struct tdg_update *update, int64_t number)
{
    return update->changed_count && bsearch(&number, update->changed, update->changed_count,
                                            sizeof *update->changed, by_value);
}
