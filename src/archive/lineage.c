// SPDX-License-Identifier: GPL-3.0-or-later
/* What became of the themes at a refit, for the ledger: what goes on, begins, splits off, ends or
 * went into another one. It is told from where the articles are in the end, copies among them. */
#include "archive/lineage.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/fit.h"
#include "base/buffer.h"
#include "base/error.h"
#include "label/label.h"
#include "phrasing/ledger.h"
#include "store/ledger.h"
#include "store/names.h"
#include "store/store.h"
#include "store/themes.h"

static const double origin_share = 0.5; /* of a new one: it split off; of an old one: it went in */

int tdg_refit_group_of(uint32_t *group, struct tdg_refit *refit, size_t theme)
{
    struct tdg_grouping *grouping = &refit->run.grouping;
    *group = refit->match[theme];
    if (*group != TDG_NONE)
        return TDG_OK;
    int64_t *grown = realloc(refit->number, ((size_t)grouping->groups + 1) * sizeof *grown);
    if (!grown)
        return tdg_fail_memory(refit->update->error);
    refit->number = grown;
    refit->number[grouping->groups] = refit->update->themes.items[theme].number;
    *group = grouping->groups++;
    return TDG_OK;
}

void tdg_refit_count(struct tdg_refit *refit, bool copies)
{
    const struct tdg_run *run = &refit->run;
    size_t groups = refit->found;
    for (size_t i = 0; i < refit->update->themes.count * groups; i++)
        refit->shared[i] = 0;
    for (size_t g = 0; g < groups; g++)
        refit->size[g] = 0;
    for (size_t i = 0; i < run->articles.count; i++) {
        uint32_t group = run->grouping.group[i];
        if (group >= groups || (!copies && run->copy_of[i] != TDG_NONE))
            continue;
        refit->size[group]++;
        if (refit->slot[i] != TDG_NONE)
            refit->shared[refit->slot[i] * groups + group]++;
    }
}

/* The old theme that most of a group was in, where that is the larger part of it. */
static uint32_t origin_of(const struct tdg_refit *refit, uint32_t group)
{
    if (group >= refit->found)
        return TDG_NONE;
    uint32_t groups = refit->found, best = TDG_NONE;
    double most = origin_share * (double)refit->size[group];
    for (uint32_t t = 0; t < refit->update->themes.count; t++)
        if (refit->shared[(size_t)t * groups + group] > most) {
            most = refit->shared[(size_t)t * groups + group];
            best = t;
        }
    return best;
}

/* What was found may have gone back to where it was; pinned themes have their articles. */
static bool has_members(const struct tdg_refit *refit, uint32_t group)
{
    return group >= refit->found || refit->size[group] > 0;
}

int tdg_refit_name_groups(struct tdg_refit *refit)
{
    struct tdg_update *update = refit->update;
    const struct tdg_run *run = &refit->run;
    int status = TDG_OK;
    for (uint32_t g = 0; !status && g < run->grouping.groups; g++) {
        const struct tdg_label *label = &run->labels.items[g];
        uint32_t origin = origin_of(refit, g);
        if (!has_members(refit, g))
            continue;
        if (refit->number[g])
            status =
                tdg_archive_relabel(update->archive, refit->number[g], label->text, label->name,
                                    label->terms, label->term_count, update->error);
        else if (origin != TDG_NONE &&
                 tdg_archive_is_joined(update->archive, update->themes.items[origin].number))
            refit->number[g] = update->themes.items[origin].number;
        else
            status = tdg_update_create_theme(
                &refit->number[g], update, run, g,
                origin == TDG_NONE ? 0 : update->themes.items[origin].number);
    }
    return status;
}

static size_t articles_of(const struct tdg_refit *refit, size_t theme)
{
    size_t articles = 0;
    for (size_t i = 0; i < refit->run.articles.count; i++)
        articles += refit->slot[i] == theme;
    return articles;
}

/* The group that most of an old theme's articles are in now; TDG_NONE where that is not the larger
 * part of them. */
static uint32_t heir_of(const struct tdg_refit *refit, size_t theme, size_t articles)
{
    const double *shared = refit->shared + theme * refit->found;
    for (uint32_t g = 0; g < refit->found; g++)
        if (shared[g] > origin_share * (double)articles)
            return g;
    return TDG_NONE;
}

/* Those of an old theme that are in one now; the words of the others are in too few articles, or in
 * too many. */
static size_t articles_left(const struct tdg_refit *refit, size_t theme)
{
    size_t articles = 0;
    for (size_t i = 0; i < refit->run.articles.count; i++)
        articles += refit->slot[i] == theme && refit->run.grouping.group[i] != TDG_NONE;
    return articles;
}

static int end_theme(struct tdg_refit *refit, size_t theme)
{
    struct tdg_update *update = refit->update;
    const struct tdg_stored_theme *old = &update->themes.items[theme];
    size_t articles = articles_of(refit, theme);
    uint32_t group = heir_of(refit, theme, articles);
    int64_t successor = group == TDG_NONE ? 0 : refit->number[group];
    struct tdg_buffer name = {0}, heir = {0};
    int status = tdg_archive_theme_name(&name, update->archive, old->number, update->error);
    if (!status && successor)
        status = tdg_archive_theme_name(&heir, update->archive, successor, update->error);
    struct tdg_ledger_entry entry = {
        .kind = successor ? TDG_LEDGER_MERGE : TDG_LEDGER_END,
        .theme = old->number,
        .other = successor,
        .articles = articles,
        .kept = successor ? (size_t)refit->shared[theme * refit->found + group]
                          : articles_left(refit, theme),
        .name = name.text,
        .other_name = heir.text,
    };
    if (!status)
        status = tdg_archive_enter(NULL, update->archive, &entry, update->error);
    if (!status)
        status = tdg_archive_set_state(update->archive, old->number,
                                       successor ? TDG_THEME_MERGED : TDG_THEME_ENDED, successor,
                                       update->error);
    tdg_buffer_done(&name);
    tdg_buffer_done(&heir);
    return status;
}

/* A theme may also lose its last article to the words of others. */
static bool goes_on(const struct tdg_refit *refit, size_t theme)
{
    uint32_t group = refit->match[theme];
    return refit->stays[theme] || refit->update->themes.items[theme].pinned ||
           (group != TDG_NONE && refit->size[group] > 0);
}

int tdg_refit_end_themes(struct tdg_refit *refit)
{
    int status = TDG_OK;
    for (size_t t = 0; !status && t < refit->update->themes.count; t++)
        if (!goes_on(refit, t))
            status = end_theme(refit, t);
    return status;
}
