// SPDX-License-Identifier: GPL-3.0-or-later
/* New themes between two fits. Every article gets the theme that explains it best, also one about
 * something new; so each batch is analyzed by itself, and from time to time what came since the
 * last fit, and a group that explains its articles better than any theme does becomes a theme. */
#include "archive/emerge.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/fit.h"
#include "archive/known_terms.h"
#include "archive/learn.h"
#include "archive/load.h"
#include "archive/progress.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/gain.h"
#include "cluster/grouping.h"
#include "cluster/nb_model.h"
#include "pipeline/lifecycle.h"
#include "pipeline/run.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/store.h"
#include "store/themes.h"

enum {
    MIN_NEW = 200,  /* articles since the last look, and at least … */
    SHARE_NEW = 4,  /* … a quarter of those that are looked at */
    MOST = 2000,    /* the last ones to come that are looked at */
    MIN_BATCH = 30, /* articles that are looked at as soon as they come */
    FEWEST = 10,    /* originals of a new theme */
};

/* Of a group of something new: nats a word. With a subject left out of an archive and added later
 * (bbc, newsgroups20, agnews_test, reuters_r8, gnad10k_test) groups of that subject gained .13 to
 * 1.9, all others lost .1 at least. */
static const double min_gain = 0.1;

/* A group whose terms do not go together is what was left over. */
static const double min_coherence = 0.05;

static const double origin_share = 0.5; /* of a new theme that was in one: it split off */

struct births {
    struct tdg_update *update;
    struct tdg_run run;
    int64_t *old;      /* [articles] theme of each, or 0 */
    int64_t *original; /* [articles] number of the original of each */
    bool *wanted;      /* [articles] originals in a group */
    double *gain;      /* [articles] nats; 0 for all but these */
    double *words;     /* [articles] */
    int64_t *born;     /* [articles] theme that each original goes to, or 0 */
};

static void births_done(struct births *births)
{
    free(births->old);
    free(births->original);
    free(births->wanted);
    free(births->gain);
    free(births->words);
    free(births->born);
    tdg_run_done(&births->run);
}

static int load(struct births *births, int64_t after)
{
    struct tdg_run *run = &births->run;
    struct tdg_article_range range = {
        .from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .after = after};
    int status = tdg_run_open(run, births->update->options);
    run->settings.cluster.groups = 0; /* a number that was asked for is that of the whole archive */
    run->settings.stability.resamples = 0; /* the gain says it */
    if (!status)
        status = tdg_update_load(run, births->update, &range);
    if (!status)
        status = tdg_run_order(run);
    return status ? status : tdg_run_steps(run, TDG_STEP_COPIES, TDG_STEP_THEMES);
}

static int look_up(struct births *births)
{
    const struct tdg_run *run = &births->run;
    size_t rows = run->articles.count;
    births->old = tdg_alloc(rows, sizeof *births->old);
    births->original = tdg_alloc(rows, sizeof *births->original);
    births->wanted = tdg_alloc(rows, sizeof *births->wanted);
    births->gain = tdg_alloc(rows, sizeof *births->gain);
    births->words = tdg_alloc(rows, sizeof *births->words);
    births->born = tdg_alloc(rows, sizeof *births->born);
    if (!births->old || !births->original || !births->wanted || !births->gain || !births->words ||
        !births->born)
        return tdg_fail_memory(births->update->error);
    int status = TDG_OK;
    for (size_t i = 0; !status && i < rows; i++) {
        int64_t story, number = tdg_run_number(run, i);
        status = tdg_archive_place_of(&births->original[i], &births->old[i], &story,
                                      births->update->archive, number, births->update->error);
        births->wanted[i] = !births->original[i] && run->grouping.group[i] != TDG_NONE;
        if (!births->original[i])
            births->original[i] = number;
    }
    return status;
}

static uint32_t slot_of(const struct tdg_stored_themes *themes, int64_t number)
{
    for (size_t t = 0; number && t < themes->count; t++)
        if (themes->items[t].number == number)
            return (uint32_t)t;
    return TDG_NONE;
}

/* Gains and words of the wanted rows, from those that the archive knows. */
static int measure(struct births *births, const struct tdg_known_words *known)
{
    const struct tdg_grouping *grouping = &births->run.grouping;
    size_t rows = known->chosen.rows;
    double *gain = tdg_alloc(rows, sizeof *gain), *words = tdg_alloc(rows, sizeof *words);
    uint32_t *group = tdg_alloc(rows, sizeof *group), *in = tdg_alloc(rows, sizeof *in);
    int status = gain && words && group && in ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++) {
        uint32_t row = known->row[i];
        group[i] = grouping->group[row];
        in[i] = slot_of(&births->update->themes, births->old[row]);
        for (size_t at = known->counts.begin[row]; at < known->counts.begin[row + 1]; at++)
            words[i] += tdg_words_of(known->counts.weight[at]);
    }
    if (!status)
        status =
            tdg_group_gain(gain, &known->chosen, words, group, grouping->groups, in, &known->stock);
    for (size_t i = 0; !status && i < rows; i++) {
        births->gain[known->row[i]] = gain[i];
        births->words[known->row[i]] = words[i];
    }
    free(gain);
    free(words);
    free(group);
    free(in);
    return tdg_fail_status(births->update->error, status);
}

static int compare(struct births *births)
{
    struct tdg_update *update = births->update;
    struct tdg_known_words known = {0};
    tdg_stored_themes_done(&update->themes); /* the batch has been learnt since then */
    int status = tdg_archive_themes(&update->themes, update->archive, update->error);
    if (!status)
        status = look_up(births);
    if (!status)
        status = tdg_update_know(&known, update, &births->run, births->wanted);
    if (!status)
        status = measure(births, &known);
    tdg_known_words_done(&known);
    return status;
}

static bool is_pinned(const struct births *births, int64_t theme)
{
    uint32_t slot = slot_of(&births->update->themes, theme);
    return slot != TDG_NONE && births->update->themes.items[slot].pinned;
}

static bool goes(const struct births *births, size_t row)
{
    return births->wanted[row] && births->gain[row] > 0 && !is_pinned(births, births->old[row]);
}

/* A theme is at least half as large a part of what came as the themes are on average; what is
 * smaller is an event in one of them, which is what stories are for. */
static bool is_new(const struct births *births, uint32_t group)
{
    const struct tdg_run *run = &births->run;
    double gain = 0, words = 0;
    size_t going = 0, looked_at = 0;
    for (size_t i = 0; i < run->articles.count; i++) {
        looked_at += births->wanted[i];
        if (!births->wanted[i] || run->grouping.group[i] != group)
            continue;
        gain += births->gain[i];
        words += births->words[i];
        going += goes(births, i);
    }
    return going >= FEWEST && 2 * births->update->themes.count * going >= looked_at &&
           gain >= min_gain * words;
}

/* The theme that most of what goes was in; 0 where that is not the larger part. */
static int64_t origin_of(const struct births *births, uint32_t group)
{
    const struct tdg_stored_themes *themes = &births->update->themes;
    for (size_t t = 0; t < themes->count; t++) {
        size_t going = 0, there = 0;
        for (size_t i = 0; i < births->run.articles.count; i++) {
            bool is = births->run.grouping.group[i] == group && goes(births, i);
            going += is;
            there += is && births->old[i] == themes->items[t].number;
        }
        if ((double)there > origin_share * (double)going)
            return themes->items[t].number;
    }
    return 0;
}

/* Of the group, only what goes: an original, and its copies with it. */
static int narrow(struct births *births, uint32_t group)
{
    struct tdg_run *run = &births->run;
    struct tdg_row_index index = {0};
    if (tdg_row_index_build(&index, run))
        return tdg_fail_memory(births->update->error);
    for (size_t i = 0; i < run->articles.count; i++)
        if (run->grouping.group[i] == group && births->wanted[i] && !goes(births, i))
            run->grouping.group[i] = TDG_NONE;
    for (size_t i = 0; i < run->articles.count; i++) {
        uint32_t row = tdg_row_of(&index, births->original[i]);
        if (!births->wanted[i] && run->grouping.group[i] == group)
            run->grouping.group[i] = row == TDG_NONE ? TDG_NONE : run->grouping.group[row];
    }
    tdg_row_index_done(&index);
    return TDG_OK;
}

static int move(struct births *births, uint32_t group, int64_t number)
{
    struct tdg_update *update = births->update;
    const struct tdg_run *run = &births->run;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < run->articles.count; i++) {
        if (run->grouping.group[i] != group || !births->wanted[i])
            continue;
        int64_t article = tdg_run_number(run, i);
        births->born[i] = number;
        update->moved += births->old[i] != 0;
        status = tdg_archive_keep_move(update->archive, update->ledger, article, births->old[i],
                                       update->error);
        if (!status)
            status = tdg_archive_move(update->archive, article, number,
                                      (double)run->grouping.weight[i], update->error);
    }
    return status ? status : tdg_archive_settle_stories_of(update->archive, number, update->error);
}

/* What a person has joined stays in one theme. */
static int bear_group(struct births *births, uint32_t group)
{
    struct tdg_update *update = births->update;
    int64_t number = 0, origin = origin_of(births, group);
    if (!is_new(births, group) || births->run.labels.items[group].coherence < min_coherence ||
        (origin && tdg_archive_is_joined(update->archive, origin)))
        return TDG_OK;
    int status = narrow(births, group);
    if (!status)
        status = tdg_update_create_theme(&number, update, &births->run, group, origin);
    return status ? status : move(births, group, number);
}

/* The words go where their articles have gone. */
static int teach(struct births *births)
{
    size_t moved = 0;
    for (size_t i = 0; i < births->run.articles.count; i++) {
        moved += births->born[i] != 0;
        if (!births->born[i])
            births->old[i] = 0;
    }
    if (!moved)
        return TDG_OK;
    int status = tdg_update_forget(births->update, &births->run, births->old);
    return status ? status : tdg_update_learn(births->update, &births->run, births->born, NULL);
}

static int recall(int64_t *number, struct tdg_update *update, const char *name)
{
    struct tdg_buffer text = {0};
    int status = tdg_archive_setting(&text, update->archive, name, update->error);
    *number = text.length ? strtoll(text.text, NULL, 10) : 0;
    tdg_buffer_done(&text);
    return status;
}

static int look(struct tdg_update *update, int64_t after)
{
    struct births births = {.update = update,
                            .run = {.monitor = update->monitor, .error = update->error}};
    int status = load(&births, after);
    if (!status)
        status = compare(&births);
    bool any = false;
    for (uint32_t g = 0; !status && g < births.run.grouping.groups; g++)
        any = any || is_new(&births, g);
    if (!status && any)
        status = tdg_run_steps(&births.run, TDG_STEP_LABELS, TDG_STEP_LABELS);
    for (uint32_t g = 0; !status && any && g < births.run.grouping.groups; g++)
        status = bear_group(&births, g);
    if (!status)
        status = teach(&births);
    births_done(&births);
    return status;
}

int tdg_update_emerge(struct tdg_update *update)
{
    int64_t last = 0, fitted = 0, looked = 0;
    int status = tdg_archive_last_article(&last, update->archive, update->error);
    if (!status)
        status = recall(&fitted, update, "fitted");
    if (!status)
        status = recall(&looked, update, "looked");
    int64_t after = last - fitted > MOST ? last - MOST : fitted;
    int64_t batch = (int64_t)update->change.added;
    if (!status && batch >= MIN_BATCH && batch <= MOST)
        status = look(update, last - batch);
    if (status || last - looked < MIN_NEW || SHARE_NEW * (last - looked) < last - after)
        return status;
    status = look(update, after);
    return status ? status : tdg_update_note_seen(update, "looked", last);
}
