// SPDX-License-Identifier: GPL-3.0-or-later
/* A person's decisions: names and pins are set, themes are put together and taken apart; and how
 * they, and removals (remove.c), are taken back. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "archive/fit.h"
#include "archive/learn.h"
#include "archive/load.h"
#include "archive/mute.h"
#include "archive/remove.h"
#include "archive/transaction.h"
#include "archive/update.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/sized.h"
#include "base/span.h"
#include "base/utf8.h"
#include "phrasing/ledger.h"
#include "pipeline/lifecycle.h"
#include "pipeline/run.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/curate.h"
#include "store/ledger.h"
#include "store/muted.h"
#include "store/store.h"
#include "store/themes.h"
#include "store/trouble.h"
#include "store/undo.h"
#include "text/mute.h"
#include "text/text.h"
#include "text/wording.h"

/* In characters. The messages of wording_wrong say them, too. */
enum { MAX_NAME = 200, MAX_DESCRIPTION = 2000 };

static int fail_theme(struct tdg_update *update, uint32_t theme)
{
    return tdg_fail(update->error, TDG_EINVAL, "there is no theme T%lu that could be changed",
                    (unsigned long)theme);
}

/* A theme that has not ended. */
static int check_theme(struct tdg_update *update, uint32_t theme)
{
    for (size_t i = 0; i < update->themes.count; i++)
        if (update->themes.items[i].number == theme)
            return TDG_OK;
    return fail_theme(update, theme);
}

static int enter(struct tdg_update *update, const struct tdg_ledger_entry *entry)
{
    return tdg_archive_enter(&update->ledger, update->archive, entry, update->error);
}

static const char *value_of(const struct tdg_archive_decision *decision)
{
    if (decision->kind == TDG_LEDGER_PIN || decision->kind == TDG_LEDGER_HIDE)
        return "1";
    return decision->kind == TDG_LEDGER_UNPIN ? "0" : decision->value ? decision->value : "";
}

/* What is kept is shown wherever its theme or the ledger is. */
static int check_wording(struct tdg_update *update, const char *wrong, enum tdg_ledger_kind kind)
{
    return wrong ? tdg_fail(update->error, TDG_EINVAL, "%s: the text cannot be kept: %s",
                            tdg_ledger_kind_name(kind), wrong)
                 : TDG_OK;
}

static const char *wording_wrong(enum tdg_ledger_kind kind, const char *text)
{
    bool names = kind == TDG_LEDGER_RENAME;
    const char *wrong = tdg_wording_wrong(text);
    if (wrong || tdg_utf8_count(text, strlen(text)) <= (names ? MAX_NAME : MAX_DESCRIPTION))
        return wrong;
    return names ? "it is longer than 200 characters" : "it is longer than 2000 characters";
}

static int set(struct tdg_update *update, const struct tdg_archive_decision *decision)
{
    struct tdg_buffer before = {0};
    const char *value = value_of(decision);
    bool worded = decision->kind == TDG_LEDGER_RENAME || decision->kind == TDG_LEDGER_DESCRIBE;
    int status = check_theme(update, decision->theme);
    if (!status && worded && *value) /* nothing takes back what was there */
        status = check_wording(update, wording_wrong(decision->kind, value), decision->kind);
    if (!status)
        status = tdg_archive_set_theme(update->archive, decision->kind, decision->theme, value,
                                       &before, update->error);
    struct tdg_ledger_entry entry = {.kind = decision->kind,
                                     .theme = decision->theme,
                                     .value = worded ? value : NULL,
                                     .before = before.text};
    if (!status)
        status = enter(update, &entry);
    tdg_buffer_done(&before);
    return status;
}

/* The articles of a theme with their terms, and what the steps after that need. */
static int open_theme(struct tdg_run *run, struct tdg_update *update, int64_t theme)
{
    struct tdg_article_range range = {
        .from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .theme = theme};
    int status = tdg_run_open(run, update->options);
    if (!status)
        status = tdg_update_load(run, update, &range);
    return status ? status : tdg_run_order(run);
}

/* The words of a theme, from the texts of its articles as they are now. */
static int relearn(struct tdg_update *update, int64_t theme)
{
    struct tdg_run run = {.monitor = update->monitor, .error = update->error};
    int64_t *of = NULL;
    int status = tdg_archive_forget_theme(update->archive, theme, update->error);
    if (!status)
        status = open_theme(&run, update, theme);
    if (!status && run.articles.count)
        status = tdg_run_steps(&run, TDG_STEP_TERMS, TDG_STEP_TERMS);
    if (!status) {
        of = tdg_alloc(run.articles.count, sizeof *of);
        status = of ? TDG_OK : TDG_ENOMEM;
    }
    for (size_t i = 0; !status && i < run.articles.count; i++) {
        int64_t copy_of, now, story;
        status = tdg_archive_place_of(&copy_of, &now, &story, update->archive,
                                      tdg_run_number(&run, i), update->error);
        of[i] = copy_of ? 0 : theme;
    }
    if (!status && run.articles.count)
        status = tdg_update_learn(update, &run, of, NULL);
    free(of);
    tdg_run_done(&run);
    return status;
}

static int pin(struct tdg_update *update, int64_t theme)
{
    struct tdg_buffer before = {0};
    int status =
        tdg_archive_set_theme(update->archive, TDG_LEDGER_PIN, theme, "1", &before, update->error);
    tdg_buffer_done(&before);
    return status;
}

static int join(struct tdg_update *update, const struct tdg_archive_decision *decision)
{
    struct tdg_ledger_entry entry = {
        .kind = TDG_LEDGER_JOIN, .theme = decision->theme, .other = decision->into};
    int status = check_theme(update, decision->theme);
    if (!status)
        status = check_theme(update, decision->into);
    if (!status && decision->theme == decision->into)
        status = tdg_fail(update->error, TDG_EINVAL, "a theme cannot be merged into itself");
    if (!status)
        status = enter(update, &entry);
    if (!status)
        status = tdg_archive_undo_save(update->archive, update->ledger, decision->theme,
                                       decision->into, update->error);
    if (!status)
        status = tdg_archive_join(update->archive, decision->theme, decision->into, update->ledger,
                                  update->error);
    if (!status)
        status = pin(update, decision->into);
    if (!status)
        status = relearn(update, decision->theme);
    if (!status)
        status = relearn(update, decision->into);
    return status;
}

/* Moves the articles of every group but the largest one, which keeps the number of the theme. */
static int move_part(struct tdg_update *update, const struct tdg_run *run, int64_t theme,
                     int64_t number)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < run->articles.count; i++) {
        int64_t article = tdg_run_number(run, i);
        if (run->grouping.group[i] != 1)
            continue;
        status =
            tdg_archive_keep_move(update->archive, update->ledger, article, theme, update->error);
        if (!status && run->copy_of[i] == TDG_NONE)
            status = tdg_archive_move(update->archive, article, number,
                                      (double)run->grouping.weight[i], update->error);
    }
    return status;
}

/* An article and its copies are together in the archive and in the run; only a copy that the run
 * takes for an original could part from its own. */
static int part_theme(struct tdg_update *update, struct tdg_run *run, int64_t theme)
{
    int64_t number = 0;
    int status =
        tdg_archive_undo_save(update->archive, update->ledger, theme, theme, update->error);
    if (!status)
        status = tdg_update_create_theme(&number, update, run, 1, theme);
    if (!status)
        status = move_part(update, run, theme, number);
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_PART, .theme = theme, .other = number};
    if (!status)
        status = tdg_archive_finish_entry(update->archive, update->ledger, &entry, update->error);
    if (!status)
        status = tdg_archive_relabel(update->archive, theme, run->labels.items[0].text,
                                     run->labels.items[0].name, run->labels.items[0].terms,
                                     run->labels.items[0].term_count, update->error);
    if (!status)
        status = tdg_archive_forget_unchanged(update->archive, update->ledger, update->error);
    if (!status)
        status = pin(update, theme);
    if (!status)
        status = pin(update, number);
    if (!status)
        status = relearn(update, theme);
    if (!status)
        status = relearn(update, number);
    if (!status)
        status = tdg_archive_settle_stories(update->archive, theme, 0, update->error);
    update->change.born = (size_t)number;
    return status;
}

static int part(struct tdg_update *update, const struct tdg_archive_decision *decision)
{
    struct tdg_run run = {.monitor = update->monitor, .error = update->error};
    int status = check_theme(update, decision->theme);
    if (!status)
        status = enter(
            update, &(struct tdg_ledger_entry){.kind = TDG_LEDGER_PART, .theme = decision->theme});
    if (!status)
        status = open_theme(&run, update, decision->theme);
    run.settings.cluster.groups = 2;
    if (!status && run.articles.count)
        status = tdg_run_steps(&run, TDG_STEP_COPIES, TDG_STEP_LABELS);
    if (!status && run.grouping.groups < 2)
        status = tdg_fail(update->error, TDG_EINVAL, "T%lu cannot be split: too few articles",
                          (unsigned long)decision->theme);
    if (!status)
        status = part_theme(update, &run, decision->theme);
    tdg_run_done(&run);
    return status;
}

static int mute(struct tdg_update *update, const struct tdg_archive_decision *decision)
{
    enum tdg_mute_kind kind = decision->what;
    const char *what = tdg_mute_name(kind);
    bool muted = decision->kind == TDG_LEDGER_MUTE;
    struct tdg_span text = {decision->value ? decision->value : "", 0};
    text.length = strlen(text.text);
    if (!*what)
        return tdg_fail(update->error, TDG_EINVAL, "there is no such kind of thing to mute");
    int status = check_wording(update, tdg_mute_wrong(kind, text.text), decision->kind);
    text = tdg_span_trim(text);
    char *copy = status ? NULL : strndup(text.text, text.length);
    if (!status && !copy)
        return tdg_fail_memory(update->error);
    const struct tdg_mutes *mutes = tdg_archive_mutes(update->archive);
    size_t index = status ? 0 : tdg_mutes_find(mutes, kind, copy);
    if (!status && !muted && index < mutes->count) { /* in the words in which it was muted */
        free(copy);
        copy = strdup(mutes->items[index].text);
        if (!copy)
            return tdg_fail_memory(update->error);
    }
    if (!status && muted == (index < mutes->count))
        status =
            tdg_fail(update->error, TDG_EINVAL,
                     muted ? "%s \"%s\" is muted already" : "%s \"%s\" is not muted", what, copy);
    if (!status)
        status = tdg_update_mute(&update->ledger, update, kind, copy, muted);
    if (!status && muted)
        status = tdg_update_tell_unmet(update, kind, copy, NULL, 0);
    free(copy);
    return status;
}

/* What was muted is not any more, and the other way round. */
static int take_back_mute(struct tdg_update *update, const struct tdg_decision *decision)
{
    const char *before = decision->before.text ? decision->before.text : "";
    struct tdg_mutes mutes = {0};
    int status = tdg_mutes_read(&mutes, before, "ledger", NULL);
    if (!status && mutes.count != 1)
        status = TDG_EFORMAT;
    if (status == TDG_EFORMAT)
        status = tdg_archive_damaged(update->archive, update->error, "ledger",
                                     "what was muted cannot be read");
    if (!status)
        status = tdg_archive_mute(update->archive, mutes.items[0].kind, mutes.items[0].text,
                                  decision->kind == TDG_LEDGER_UNMUTE, update->error);
    tdg_mutes_done(&mutes);
    return status;
}

static int take_back(struct tdg_update *update, const struct tdg_decision *decision)
{
    struct tdg_buffer before = {0};
    int64_t theme = decision->theme, other = decision->other;
    int status;
    if (tdg_archive_is_setting(decision->kind)) {
        status = tdg_archive_set_theme(update->archive, decision->kind, theme,
                                       decision->before.text ? decision->before.text : "", &before,
                                       update->error);
        tdg_buffer_done(&before);
        return status;
    }
    if (decision->kind == TDG_LEDGER_REMOVE)
        return tdg_update_bring_back(update, decision);
    if (decision->kind == TDG_LEDGER_MUTE || decision->kind == TDG_LEDGER_UNMUTE)
        return take_back_mute(update, decision);
    bool joined = decision->kind == TDG_LEDGER_JOIN;
    if (!joined && decision->kind != TDG_LEDGER_PART)
        return tdg_fail(update->error, TDG_EINVAL,
                        "entry %lld is nothing that a person has decided",
                        (long long)decision->number);
    status =
        tdg_archive_undo_apply(update->archive, decision, joined ? other : theme, update->error);
    if (!status && !joined) /* what came to the smaller part since then goes along */
        status = tdg_archive_join(update->archive, other, theme, update->ledger, update->error);
    if (!status)
        status = relearn(update, theme);
    return status ? status : relearn(update, other);
}

static int undo(struct tdg_update *update, const struct tdg_archive_decision *asked)
{
    struct tdg_decision decision = {0};
    int64_t later = 0;
    int status = tdg_archive_decision(&decision, update->archive, asked->theme, update->error);
    if (!status && !decision.number && asked->theme)
        status =
            tdg_fail(update->error, TDG_EINVAL,
                     "there is no entry %lu in the ledger; 'curate ARCHIVE list' shows what can "
                     "be taken back",
                     (unsigned long)asked->theme);
    else if (!status && !decision.number)
        status = tdg_fail(update->error, TDG_EINVAL, "there is no decision to take back");
    else if (!status && decision.undone)
        status =
            tdg_fail(update->error, TDG_EINVAL, "entry %lld was taken back already, by entry %lld",
                     (long long)decision.number, (long long)decision.undone);
    if (!status)
        status = tdg_archive_later_entry(&later, update->archive, &decision, update->error);
    char of[32] = "";
    if (decision.theme)
        snprintf(of, sizeof of, " of T%lld", (long long)decision.theme);
    if (!status && later)
        status = tdg_fail(update->error, TDG_EINVAL,
                          "entry %lld (%s%s) cannot be taken back, because entry %lld, which "
                          "came later, builds on it; 'undo' takes the number of another entry",
                          (long long)decision.number, tdg_ledger_kind_name(decision.kind), of,
                          (long long)later);
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_UNDO,
                                     .theme = decision.theme,
                                     .other = decision.other,
                                     .entry = decision.number,
                                     .value = tdg_ledger_kind_name(decision.kind)};
    if (!status)
        status = enter(update, &entry);
    if (!status)
        status = take_back(update, &decision);
    if (!status)
        status = tdg_archive_mark_undone(update->archive, decision.number, update->ledger,
                                         update->error);
    tdg_buffer_done(&decision.before);
    return status;
}

static int (*const decide[])(struct tdg_update *update,
                             const struct tdg_archive_decision *decision) = {
    [TDG_LEDGER_RENAME] = set, [TDG_LEDGER_DESCRIBE] = set, [TDG_LEDGER_PIN] = set,
    [TDG_LEDGER_UNPIN] = set,  [TDG_LEDGER_HIDE] = set,     [TDG_LEDGER_JOIN] = join,
    [TDG_LEDGER_PART] = part,  [TDG_LEDGER_MUTE] = mute,    [TDG_LEDGER_UNMUTE] = mute,
    [TDG_LEDGER_UNDO] = undo,
};

int tdg_archive_curate(struct tdg_archive *archive, const struct tdg_archive_decision *given,
                       const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                       struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    struct tdg_archive_decision decision;
    int status = tdg_sized_read(&decision, sizeof decision, given, error);
    if (status)
        return status;
    status = tdg_update_open(&update, NULL);
    bool known = (size_t)decision.kind < sizeof decide / sizeof *decide && decide[decision.kind];
    if (!status && !known)
        status = tdg_fail(error, TDG_EINVAL, "there is no such decision");
    if (!status)
        status = decide[decision.kind](&update, &decision);
    status = tdg_update_close(&update, status);
    if (!status)
        tdg_sized_write(change, &update.change, sizeof update.change);
    return status;
}
