// SPDX-License-Identifier: GPL-3.0-or-later
/* From a finished run to the archive: the first batch, and what every fit leaves behind. */
#include "archive/fit.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/events.h"
#include "archive/learn.h"
#include "archive/progress.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "cluster/place.h"
#include "label/label.h"
#include "phrasing/ledger.h"
#include "pipeline/steps.h"
#include "pipeline/unplaced.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/store.h"
#include "store/themes.h"
#include "store/words.h"
#include "story/story.h"

/* Of the articles of a fit, the share that its themes explain worst. What is worse than these fits
 * none of the themes. */
static const double misfit_share = 0.01;

static int compare_floats(const void *left, const void *right)
{
    float one = *(const float *)left, other = *(const float *)right;
    return (one > other) - (one < other);
}

/* The nats a word that all but the worst have; never above 0, where a theme explains an article no
 * better than the whole does. */
static int find_least_evidence(double *least, const struct tdg_run *run)
{
    size_t rows = run->articles.count, count = 0;
    float *evidence = tdg_alloc(rows, sizeof *evidence);
    int status = evidence ? tdg_grouping_evidence(evidence, &run->grouping, &run->counts,
                                                  run->copy_of, run->workers)
                          : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++)
        if (run->copy_of[i] == TDG_NONE && run->grouping.group[i] != TDG_NONE)
            evidence[count++] = evidence[i];
    if (!status && count)
        qsort(evidence, count, sizeof *evidence, compare_floats);
    if (!status)
        *least = count ? fmin((double)evidence[(size_t)(misfit_share * (double)count)], 0) : 0;
    free(evidence);
    return status;
}

static int keep_model(struct tdg_update *update, const struct tdg_run *run)
{
    uint32_t fewest = UINT32_MAX;
    for (uint32_t c = 0; c < run->vocabulary.columns; c++)
        if (run->vocabulary.articles[c] < fewest)
            fewest = run->vocabulary.articles[c];
    struct tdg_stored_model model = {
        .articles = run->vocabulary.counted,
        .themes = run->grouping.groups,
        .min_articles = run->vocabulary.columns ? fewest : 1,
        .largest_share = run->settings.vector.max_share,
        .terms = run->vocabulary.columns,
    };
    int status = find_least_evidence(&model.min_evidence, run);
    if (status)
        return tdg_fail_memory(update->error);
    update->model = model;
    return tdg_archive_new_model(update->archive, &model, update->ledger, update->error);
}

static int store_article(struct tdg_update *update, const struct tdg_run *run, size_t row,
                         const int64_t *number)
{
    const struct tdg_grouping *grouping = &run->grouping;
    uint32_t group = grouping->group[row], second = grouping->second[row];
    uint32_t original = run->copy_of[row];
    char reason[TDG_UNPLACED_SIZE] = "";
    size_t words = 0;
    if (group == TDG_NONE)
        tdg_unplaced_write(reason, tdg_why_unplaced(&words, run, row), words);
    struct tdg_stored_article stored = {
        .number = tdg_run_number(run, row),
        .copy_of = original == TDG_NONE ? 0 : tdg_run_number(run, original),
        .theme = group == TDG_NONE ? 0 : number[group],
        .weight = group == TDG_NONE ? 0 : (double)grouping->weight[row],
        .second_theme = second == TDG_NONE ? 0 : number[second],
        .second_weight = (double)grouping->second_weight[row],
        .reason = reason,
    };
    if (stored.second_theme == stored.theme) /* two groups that a person wants to be one */
        stored.second_theme = 0, stored.second_weight = 0;
    return tdg_archive_place(update->archive, &stored, update->error);
}

int tdg_update_store_fit(struct tdg_update *update, struct tdg_run *run, const int64_t *number)
{
    size_t rows = run->articles.count;
    int64_t *theme = tdg_alloc(rows, sizeof *theme);
    bool *counted = tdg_alloc(rows, sizeof *counted);
    int status = theme && counted ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++) {
        bool original = run->copy_of[i] == TDG_NONE;
        uint32_t group = run->grouping.group[i];
        counted[i] = original;
        theme[i] = original && group != TDG_NONE ? number[group] : 0;
        status = store_article(update, run, i, number);
    }
    if (!status)
        status = tdg_archive_forget_words(update->archive, update->error);
    if (!status)
        status = tdg_update_learn(update, run, theme, counted);
    if (!status)
        status = keep_model(update, run);
    if (!status)
        status = tdg_update_mark_seen(update);
    free(theme);
    free(counted);
    return status;
}

static size_t members_of(const struct tdg_run *run, uint32_t group)
{
    size_t members = 0;
    for (size_t i = 0; i < run->articles.count; i++)
        members += run->grouping.group[i] == group;
    return members;
}

/* No other theme has the name of a subject. */
static bool is_subject(const struct tdg_run *run, const char *name)
{
    for (size_t i = 0; i < run->settings.topics.count; i++)
        if (strcmp(run->settings.topics.items[i].name, name) == 0)
            return true;
    return false;
}

int tdg_update_name_subjects(struct tdg_run *run, uint32_t found)
{
    const uint32_t *subject = run->grouping.subject;
    for (uint32_t g = 0; subject && g < found; g++) {
        struct tdg_label *label = &run->labels.items[g];
        if (subject[g] != TDG_NONE)
            label->name =
                tdg_arena_string(&run->labels.arena, run->settings.topics.items[subject[g]].name);
        else if (is_subject(run, label->name))
            label->name = "";
        if (!label->name)
            return tdg_fail_memory(run->error);
    }
    return TDG_OK;
}

int tdg_update_create_theme(int64_t *number, struct tdg_update *update, const struct tdg_run *run,
                            uint32_t group, int64_t from)
{
    const struct tdg_label *label = &run->labels.items[group];
    size_t members = members_of(run, group);
    int status = tdg_archive_new_theme(number, update->archive, label->text, label->name,
                                       update->ledger, update->error);
    if (!status)
        status = tdg_archive_relabel(update->archive, *number, label->text, label->name,
                                     label->terms, label->term_count, update->error);
    struct tdg_ledger_entry entry = {.kind = from ? TDG_LEDGER_SPLIT : TDG_LEDGER_BIRTH,
                                     .theme = *number,
                                     .other = from,
                                     .articles = members,
                                     .name = label->text};
    if (!status)
        status = tdg_archive_enter(NULL, update->archive, &entry, update->error);
    update->change.born++;
    return status;
}

static int store_stories(struct tdg_update *update, const struct tdg_run *run,
                         const int64_t *number)
{
    int64_t *known = tdg_alloc(run->stories.count, sizeof *known);
    int status = known ? TDG_OK : TDG_ENOMEM;
    for (size_t s = 0; !status && s < run->stories.count; s++) {
        const struct tdg_story *story = &run->stories.items[s];
        status =
            tdg_archive_new_story(&known[s], update->archive, number[story->group], update->error);
        for (size_t i = 0; !status && i < story->articles; i++)
            status = tdg_archive_set_story(update->archive, tdg_run_number(run, story->members[i]),
                                           known[s], update->error);
        if (!status)
            status = tdg_archive_describe_story(
                update->archive, known[s], tdg_run_number(run, story->headline),
                story->sequel_of == TDG_NONE ? 0 : known[story->sequel_of], update->error);
        update->change.stories++;
    }
    free(known);
    return status;
}

int tdg_update_first(struct tdg_update *update)
{
    struct tdg_run *run = &update->run;
    int64_t *number = NULL;
    int status = tdg_run_steps(run, TDG_STEP_COPIES, TDG_STEP_STORIES);
    if (!status)
        status = tdg_update_name_subjects(run, run->grouping.groups);
    if (!status) {
        number = tdg_alloc(run->grouping.groups, sizeof *number);
        status = number ? TDG_OK : TDG_ENOMEM;
    }
    for (uint32_t g = 0; !status && g < run->grouping.groups; g++)
        status = tdg_update_create_theme(&number[g], update, run, g, 0);
    if (!status)
        status = tdg_update_store_fit(update, run, number);
    if (!status)
        status = store_stories(update, run, number);
    if (!status)
        status = tdg_update_store_events(update, run, NULL, NULL);
    free(number);
    return status;
}
