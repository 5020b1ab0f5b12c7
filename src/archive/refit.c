// SPDX-License-Identifier: GPL-3.0-or-later
/* All articles are clustered again, and matched with the old ones (match.c). Articles stay where
 * they were as far as that goes (keep.c); the rest of what became of the themes is in lineage.c. */
#include "archive/refit.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/defer.h"
#include "archive/fit.h"
#include "archive/lineage.h"
#include "archive/load.h"
#include "archive/match.h"
#include "archive/options.h"
#include "archive/retain.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "cluster/mixture.h"
#include "pipeline/lifecycle.h"
#include "pipeline/run.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/store.h"
#include "store/themes.h"
#include "vector/centroids.h"

enum {
    MIN_UNPLACED = 50,
    MIN_KNOWN = 1000, /* articles in themes that readers have known for a while */
};

static const double growth = 1.5;         /* since the last fit: re-clustered */
static const double unplaced_share = 0.1; /* of what came since then: re-clustered */

static void refit_done(struct tdg_refit *refit)
{
    free(refit->old);
    free(refit->slot);
    free(refit->shared);
    free(refit->size);
    free(refit->match);
    free(refit->number);
    free(refit->stays);
    free(refit->later);
    tdg_run_done(&refit->run);
}

int tdg_update_drift(struct tdg_update *update, struct tdg_ledger_entry *refit)
{
    struct tdg_archive_counts counts;
    int status = tdg_archive_count(&counts, update->archive, update->error);
    *refit = (struct tdg_ledger_entry){.kind = TDG_LEDGER_REFIT};
    if (status)
        return status;
    size_t before = update->model.articles;
    size_t grown = counts.originals > before ? counts.originals - before : 0;
    if ((double)counts.originals >= growth * (double)before) {
        refit->cause = TDG_CAUSE_GROWTH;
        refit->arrived = grown;
        refit->previous = before;
    } else if (counts.unplaced >= MIN_UNPLACED &&
               (double)counts.unplaced >= unplaced_share * (double)grown) {
        refit->cause = TDG_CAUSE_UNPLACED;
        refit->arrived = counts.unplaced;
    }
    return TDG_OK;
}

static int look_back(struct tdg_refit *refit)
{
    struct tdg_update *update = refit->update;
    struct tdg_archive_counts counts;
    int status = tdg_archive_count(&counts, update->archive, update->error);
    if (status)
        return status;
    refit->grown = (double)counts.originals >= growth * (double)update->model.articles;
    refit->unplaced = counts.unplaced >= MIN_UNPLACED;
    return TDG_OK;
}

static uint32_t slot_of(const struct tdg_stored_themes *themes, int64_t number)
{
    for (size_t i = 0; i < themes->count; i++)
        if (themes->items[i].number == number)
            return (uint32_t)i;
    return TDG_NONE;
}

/* The theme that each article was in. */
static int look_up_old(struct tdg_refit *refit)
{
    const struct tdg_run *run = &refit->run;
    size_t rows = run->articles.count;
    refit->old = tdg_alloc(rows, sizeof *refit->old);
    refit->slot = tdg_alloc(rows, sizeof *refit->slot);
    if (!refit->old || !refit->slot)
        return tdg_fail_memory(refit->update->error);
    int status = TDG_OK;
    for (size_t i = 0; !status && i < rows; i++) {
        int64_t copy_of, story;
        status = tdg_archive_place_of(&copy_of, &refit->old[i], &story, refit->update->archive,
                                      tdg_run_number(run, i), refit->update->error);
        refit->slot[i] = slot_of(&refit->update->themes, refit->old[i]);
    }
    return status;
}

/* Where nothing speaks for other themes, there are to be as many as before, and the same ones if
 * they are still as good as any. */
static void keep_to_known(struct tdg_refit *refit)
{
    size_t themes = refit->update->themes.count;
    if (refit->grown || refit->unplaced || !themes)
        return;
    refit->known = (struct tdg_known_groups){(uint32_t)themes, refit->slot};
    refit->run.known = &refit->known;
    size_t seeded = refit->run.settings.topics.count; /* they come besides */
    refit->run.settings.cluster.groups = (uint32_t)(themes > seeded ? themes - seeded : 1);
}

static int find_anew(struct tdg_refit *refit)
{
    struct tdg_run *run = &refit->run;
    struct tdg_article_range all = {.from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true};
    int status = look_back(refit);
    if (!status)
        status = tdg_run_open(run, refit->update->options);
    if (!status)
        status = tdg_update_seed(run, refit->update);
    if (!status)
        status = tdg_update_load(run, refit->update, &all);
    if (!status)
        status = tdg_run_order(run);
    if (!status && run->articles.count == 0)
        status = tdg_fail(refit->update->error, TDG_EEMPTY, "there is no article in the archive");
    if (!status)
        status = look_up_old(refit);
    if (!status)
        keep_to_known(refit);
    return status ? status : tdg_run_steps(run, TDG_STEP_COPIES, TDG_STEP_THEMES);
}

static int compare(struct tdg_refit *refit)
{
    const struct tdg_run *run = &refit->run;
    size_t themes = refit->update->themes.count, groups = refit->found = run->grouping.groups;
    refit->shared = tdg_alloc(themes, groups * sizeof *refit->shared);
    refit->size = tdg_alloc(groups, sizeof *refit->size);
    refit->match = tdg_alloc(themes, sizeof *refit->match);
    refit->number = tdg_alloc(groups, sizeof *refit->number);
    refit->stays = tdg_alloc(themes, sizeof *refit->stays);
    if (!refit->shared || !refit->size || !refit->match || !refit->number || !refit->stays)
        return tdg_fail_memory(refit->update->error);
    tdg_refit_count(refit, false);
    return TDG_OK;
}

static int match(struct tdg_refit *refit)
{
    const struct tdg_stored_themes *themes = &refit->update->themes;
    const struct tdg_run *run = &refit->run;
    struct tdg_common common = {
        (uint32_t)themes->count, refit->found, refit->shared, NULL, NULL, refit->size};
    double *cosine = tdg_alloc(themes->count, refit->found * sizeof *cosine);
    size_t *before = tdg_alloc(themes->count, sizeof *before);
    int status = cosine && before
                     ? tdg_centroid_cosines(cosine, &run->rows, run->copy_of, refit->slot,
                                            common.themes, run->grouping.group, common.groups)
                     : TDG_ENOMEM;
    for (size_t t = 0; !status && t < themes->count; t++)
        before[t] = themes->items[t].originals;
    common.cosine = cosine;
    common.before = before;
    if (!status)
        status = tdg_update_match(refit->match, &common);
    for (size_t t = 0; !status && t < themes->count; t++)
        if (refit->match[t] != TDG_NONE)
            refit->number[refit->match[t]] = themes->items[t].number;
    free(cosine);
    free(before);
    return tdg_fail_status(refit->update->error, status);
}

/* What was in a theme that goes on stays there as far as its words allow. */
static int keep_places(struct tdg_refit *refit)
{
    struct tdg_run *run = &refit->run;
    size_t rows = run->grouping.rows;
    uint32_t *back = tdg_alloc(rows, sizeof *back);
    int status = back ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++)
        back[i] = refit->slot[i] == TDG_NONE ? TDG_NONE : refit->match[refit->slot[i]];
    if (!status)
        status = tdg_update_retain(run, back, refit->grown);
    free(back);
    return tdg_fail_status(refit->update->error, status);
}

/* A pinned theme keeps its articles, whatever the fit has found. */
static int keep_pinned(struct tdg_refit *refit)
{
    struct tdg_run *run = &refit->run;
    struct tdg_grouping *grouping = &run->grouping;
    const struct tdg_stored_themes *themes = &refit->update->themes;
    bool changed = false;
    int status = TDG_OK;
    for (size_t t = 0; !status && t < themes->count; t++) {
        uint32_t group;
        if (!themes->items[t].pinned)
            continue;
        status = tdg_refit_group_of(&group, refit, t);
        for (size_t i = 0; !status && i < grouping->rows; i++)
            if (refit->slot[i] == t && grouping->group[i] != TDG_NONE) {
                changed |= grouping->group[i] != group;
                grouping->group[i] = group;
            }
    }
    grouping->parents = 0; /* nobody asks for them here */
    if (changed && !status &&
        tdg_grouping_recompute_weights(grouping, &run->counts, run->copy_of, run->workers))
        status = tdg_fail_memory(refit->update->error);
    return status;
}

static int keep_moves(struct tdg_refit *refit)
{
    struct tdg_update *update = refit->update;
    const struct tdg_run *run = &refit->run;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < run->articles.count; i++) {
        uint32_t group = run->grouping.group[i];
        int64_t now = group == TDG_NONE ? 0 : refit->number[group];
        if (now == refit->old[i]) {
            update->change.kept += now != 0;
            update->change.compared += now != 0;
            continue;
        }
        update->change.compared += refit->old[i] != 0;
        status = tdg_archive_keep_move(update->archive, update->ledger, tdg_run_number(run, i),
                                       refit->old[i], update->error);
    }
    return status;
}

static int store(struct tdg_refit *refit)
{
    struct tdg_update *update = refit->update;
    int status = keep_moves(refit);
    if (!status)
        status = tdg_refit_keep_deferred(refit);
    if (!status)
        status = tdg_update_store_fit(update, &refit->run, refit->number);
    if (!status)
        status = tdg_refit_end_themes(refit);
    if (!status)
        status = tdg_archive_settle_stories(update->archive, 0, 0, update->error);
    return status;
}

int tdg_update_refit(struct tdg_update *update, bool asked)
{
    struct tdg_refit refit = {.update = update,
                              .run = {.monitor = update->monitor, .error = update->error}};
    tdg_stored_themes_done(&update->themes);
    int status = tdg_archive_themes(&update->themes, update->archive, update->error);
    if (!status)
        status = find_anew(&refit);
    if (!status)
        status = compare(&refit);
    if (!status)
        status = match(&refit);
    if (!status)
        status = keep_places(&refit);
    if (!status && !asked)
        status = tdg_refit_defer(&refit, MIN_KNOWN);
    if (!status)
        status = keep_pinned(&refit);
    if (!status) { /* what the ledger tells is how it is in the end, with copies */
        tdg_refit_count(&refit, true);
        status = tdg_run_steps(&refit.run, TDG_STEP_LABELS, TDG_STEP_LABELS);
    }
    if (!status)
        status = tdg_update_name_subjects(&refit.run, refit.found);
    if (!status)
        status = tdg_refit_name_groups(&refit);
    if (!status)
        status = store(&refit);
    update->change.refitted = !status;
    refit_done(&refit);
    return status;
}
