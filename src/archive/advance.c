// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/advance.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/learn.h"
#include "archive/load.h"
#include "archive/pace.h"
#include "archive/place.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "phrasing/ledger.h"
#include "pipeline/lifecycle.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/names.h"
#include "store/pending.h"
#include "store/store.h"
#include "store/themes.h"

struct advance {
    struct tdg_update *update;
    struct tdg_pace_move *moves; /* [count] all that wait */
    size_t count;
    struct tdg_run run; /* those that go now */
    int64_t *from, *to; /* [articles of the run] themes */
};

static int list_moves(struct tdg_pace_move **moves, size_t *count, struct tdg_update *update)
{
    struct tdg_pending *pending = NULL;
    int status = tdg_archive_list_pending(&pending, count, update->archive, update->error);
    if (status || !*count)
        return status;
    *moves = tdg_alloc(*count, sizeof **moves);
    for (size_t i = 0; *moves && i < *count; i++)
        (*moves)[i] = (struct tdg_pace_move){
            .from = pending[i].theme, .to = pending[i].target, .article = pending[i].article};
    free(pending);
    return *moves ? TDG_OK : tdg_fail_memory(update->error);
}

/* The terms of those that go. */
static int load(struct advance *advance)
{
    struct tdg_update *update = advance->update;
    struct tdg_article_range one = {.from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true};
    int status = tdg_run_open(&advance->run, update->options);
    for (size_t i = 0; !status && i < advance->count; i++) {
        one.article = advance->moves[i].article;
        if (advance->moves[i].now)
            status = tdg_update_load(&advance->run, update, &one);
    }
    if (!status)
        status = tdg_run_order(&advance->run);
    return status ? status : tdg_run_steps(&advance->run, TDG_STEP_TERMS, TDG_STEP_TERMS);
}

static int look_up(struct advance *advance)
{
    struct tdg_row_index index = {0};
    size_t rows = advance->run.articles.count;
    advance->from = tdg_alloc(rows, sizeof *advance->from);
    advance->to = tdg_alloc(rows, sizeof *advance->to);
    int status =
        advance->from && advance->to ? tdg_row_index_build(&index, &advance->run) : TDG_ENOMEM;
    for (size_t i = 0; !status && i < advance->count; i++) {
        const struct tdg_pace_move *move = &advance->moves[i];
        uint32_t row = move->now ? tdg_row_of(&index, move->article) : TDG_NONE;
        if (row == TDG_NONE)
            continue;
        advance->from[row] = move->from;
        advance->to[row] = move->to;
    }
    tdg_row_index_done(&index);
    return tdg_fail_status(advance->update->error, status);
}

static int move(struct advance *advance, const float *weight)
{
    struct tdg_update *update = advance->update;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < advance->run.articles.count; i++) {
        int64_t article = tdg_run_number(&advance->run, i);
        status = tdg_archive_keep_move(update->archive, update->ledger, article, advance->from[i],
                                       update->error);
        if (!status)
            status = tdg_archive_move(update->archive, article, advance->to[i], (double)weight[i],
                                      update->error);
        if (!status)
            status = tdg_archive_drop_pending(update->archive, article, update->error);
    }
    return status;
}

/* The words of each article go with it, and it is weighed among its new neighbours. */
static int move_with_words(struct advance *advance)
{
    struct tdg_update *update = advance->update;
    float *weight = tdg_alloc(advance->run.articles.count, sizeof *weight);
    int status = weight ? TDG_OK : tdg_fail_memory(update->error);
    if (!status)
        status = tdg_update_forget(update, &advance->run, advance->from);
    if (!status)
        status = tdg_update_weigh(weight, update, &advance->run, advance->to);
    if (!status)
        status = tdg_update_learn(update, &advance->run, advance->to, NULL);
    if (!status)
        status = move(advance, weight);
    free(weight);
    return status;
}

/* The theme that most of what left `from` went to. Moves with the same way follow each other. */
static int64_t heir_of(const struct tdg_pace_move *moves, size_t count, int64_t from, size_t *went)
{
    int64_t heir = 0;
    *went = 0;
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin; end < count && moves[end].from == moves[begin].from &&
                          moves[end].to == moves[begin].to;)
            end++;
        if (moves[begin].from == from && moves[begin].now && end - begin > *went) {
            heir = moves[begin].to;
            *went = end - begin;
        }
    }
    return heir;
}

/* A theme that nothing is left of. */
static int end_theme(struct tdg_update *update, int64_t theme, int64_t heir, size_t went)
{
    struct tdg_buffer name = {0}, heir_name = {0};
    int status = tdg_archive_theme_name(&name, update->archive, theme, update->error);
    if (!status)
        status = tdg_archive_theme_name(&heir_name, update->archive, heir, update->error);
    struct tdg_ledger_entry entry = {
        .kind = TDG_LEDGER_MERGE,
        .theme = theme,
        .other = heir,
        .articles = went,
        .kept = went,
        .name = name.text,
        .other_name = heir_name.text,
    };
    if (!status)
        status = tdg_archive_enter(NULL, update->archive, &entry, update->error);
    if (!status)
        status =
            tdg_archive_set_state(update->archive, theme, TDG_THEME_MERGED, heir, update->error);
    tdg_buffer_done(&name);
    tdg_buffer_done(&heir_name);
    return status;
}

static int end_themes(struct tdg_update *update, const struct tdg_pace_move *moves, size_t count)
{
    struct tdg_stored_themes themes = {0};
    int status = tdg_archive_themes(&themes, update->archive, update->error);
    for (size_t t = 0; !status && t < themes.count; t++) {
        size_t went;
        int64_t heir = heir_of(moves, count, themes.items[t].number, &went);
        if (heir && !themes.items[t].originals && !themes.items[t].pinned)
            status = end_theme(update, themes.items[t].number, heir, went);
    }
    tdg_stored_themes_done(&themes);
    return status;
}

static int go(struct advance *advance, size_t now, size_t placed)
{
    struct tdg_update *update = advance->update;
    int64_t batch = update->ledger;
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_REFIT,
                                     .cause = TDG_CAUSE_CONTINUED,
                                     .arrived = now,
                                     .previous = advance->count - now,
                                     .kept = placed - now,
                                     .articles = placed};
    int status = tdg_archive_enter(&update->ledger, update->archive, &entry, update->error);
    if (!status)
        status = load(advance);
    if (!status)
        status = look_up(advance);
    if (!status)
        status = move_with_words(advance);
    if (!status)
        status = end_themes(update, advance->moves, advance->count);
    if (!status)
        status = tdg_archive_settle_stories(update->archive, 0, 0, update->error);
    update->ledger = batch;
    return status;
}

static int choose(size_t *now, struct advance *advance, size_t placed)
{
    struct tdg_update *update = advance->update;
    size_t added = update->change.added;
    size_t most = tdg_pace_most(placed > added ? placed - added : 0);
    int status = most > update->moved
                     ? tdg_pace_choose(advance->moves, advance->count, most - update->moved)
                     : TDG_OK;
    *now = 0;
    for (size_t i = 0; !status && i < advance->count; i++)
        *now += advance->moves[i].now;
    return tdg_fail_status(update->error, status);
}

int tdg_update_advance(struct tdg_update *update)
{
    struct advance advance = {.update = update,
                              .run = {.monitor = update->monitor, .error = update->error}};
    struct tdg_archive_counts counts = {0};
    size_t now = 0, placed = 0;
    int status = list_moves(&advance.moves, &advance.count, update);
    if (!status && advance.count)
        status = tdg_archive_count(&counts, update->archive, update->error);
    placed = counts.originals - counts.unplaced;
    if (!status && advance.count)
        status = choose(&now, &advance, placed);
    if (!status && now)
        status = go(&advance, now, placed);
    free(advance.moves);
    free(advance.from);
    free(advance.to);
    tdg_run_done(&advance.run);
    return status;
}
