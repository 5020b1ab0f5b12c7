// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/defer.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/pace.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/mixture.h"
#include "store/articles.h"
#include "store/pending.h"
#include "store/themes.h"

/* An original in a theme that was in a report. What comes with the batch is nowhere yet. */
static bool is_known(const struct tdg_refit *refit, size_t row, int64_t last)
{
    return refit->slot[row] != TDG_NONE && refit->run.copy_of[row] == TDG_NONE &&
           tdg_run_number(&refit->run, row) <= last;
}

/* Known articles that were found in another theme than they are in; of a move, themes and groups
 * are by index, articles by row. What is pinned has no way to go. */
static size_t list_moves(struct tdg_pace_move *moves, const struct tdg_refit *refit, int64_t last)
{
    const struct tdg_run *run = &refit->run;
    size_t count = 0;
    for (size_t i = 0; i < run->grouping.rows; i++) {
        uint32_t theme = refit->slot[i], group = run->grouping.group[i];
        if (!is_known(refit, i, last) || group == TDG_NONE || refit->match[theme] == group ||
            refit->update->themes.items[theme].pinned)
            continue;
        moves[count++] = (struct tdg_pace_move){.from = (int64_t)theme,
                                                .to = (int64_t)group,
                                                .article = (int64_t)i,
                                                .begins = refit->number[group] == 0};
    }
    return count;
}

static int put_back(struct tdg_refit *refit, const struct tdg_pace_move *move)
{
    size_t theme = (size_t)move->from, row = (size_t)move->article;
    uint32_t group;
    int status = tdg_refit_group_of(&group, refit, theme);
    if (status)
        return status;
    refit->stays[theme] = refit->stays[theme] || refit->match[theme] == TDG_NONE;
    refit->match[theme] = group;
    refit->later[row] = (uint32_t)move->to;
    refit->run.grouping.group[row] = group;
    return TDG_OK;
}

static void let_copies_follow(struct tdg_run *run)
{
    for (size_t i = 0; i < run->grouping.rows; i++)
        if (run->copy_of[i] != TDG_NONE)
            run->grouping.group[i] = run->grouping.group[run->copy_of[i]];
}

static size_t count_known(const struct tdg_refit *refit, int64_t last)
{
    size_t known = 0;
    for (size_t i = 0; i < refit->run.grouping.rows; i++)
        known += is_known(refit, i, last);
    return known;
}

int tdg_refit_defer(struct tdg_refit *refit, size_t least)
{
    struct tdg_run *run = &refit->run;
    struct tdg_update *update = refit->update;
    size_t rows = run->grouping.rows, known, count = 0;
    int64_t last = 0;
    int status = tdg_archive_last_article(&last, update->archive, update->error);
    last -= (int64_t)update->change.added;
    known = count_known(refit, last);
    if (status || known < least)
        return status;
    struct tdg_pace_move *moves = tdg_alloc(rows, sizeof *moves);
    refit->later = tdg_alloc(rows, sizeof *refit->later);
    status = moves && refit->later ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++)
        refit->later[i] = TDG_NONE;
    if (!status)
        count = list_moves(moves, refit, last);
    if (!status)
        status = tdg_pace_choose(moves, count, tdg_pace_most(known));
    for (size_t i = 0; !status && i < count; i++)
        if (!moves[i].now)
            status = put_back(refit, &moves[i]);
    free(moves);
    if (!status) {
        let_copies_follow(run);
        status = tdg_grouping_recompute_weights(&run->grouping, &run->counts, run->copy_of,
                                                run->workers);
    }
    return tdg_fail_status(update->error, status);
}

/* What waits for a group in which nothing is yet will be found again. */
int tdg_refit_keep_deferred(struct tdg_refit *refit)
{
    struct tdg_update *update = refit->update;
    int status = tdg_archive_drop_pending(update->archive, 0, update->error);
    for (size_t i = 0; refit->later && !status && i < refit->run.grouping.rows; i++) {
        uint32_t group = refit->later[i];
        struct tdg_pending pending = {tdg_run_number(&refit->run, i), refit->old[i],
                                      group == TDG_NONE ? 0 : refit->number[group]};
        if (pending.target)
            status = tdg_archive_put_pending(update->archive, &pending, update->error);
    }
    return status;
}
