// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles that a person takes out of an archive, and how they come back. All that counts on them
 * follows: the words of their themes, copies, stories, the index of words; what was reported stays
 * reported. */
#include "archive/remove.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "archive/dormancy.h"
#include "archive/revision.h"
#include "archive/transaction.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/sized.h"
#include "phrasing/ledger.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/names.h"
#include "store/removed.h"
#include "store/themes.h"

/* Numbers of articles or themes. */
struct numbers {
    int64_t *items;
    size_t count;
};

static int take_ids(struct tdg_update *update, const struct tdg_archive_removal *removal)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < removal->id_count; i++) {
        int64_t number = 0;
        bool same;
        status =
            tdg_archive_find(&number, &same, update->archive, removal->ids[i], "", update->error);
        if (!status && !number)
            status =
                tdg_fail(update->error, TDG_EINVAL, "there is no article '%s'", removal->ids[i]);
        if (!status)
            status = tdg_archive_take_id(update->archive, update->ledger, removal->ids[i],
                                         update->error);
    }
    return status;
}

static int take_batch(struct tdg_update *update, uint32_t batch)
{
    bool is = false;
    int status = tdg_archive_is_batch(&is, update->archive, batch, update->error);
    if (!status && !is)
        status =
            tdg_fail(update->error, TDG_EINVAL,
                     "entry %lu of the ledger is no batch: that is an entry of the kind \"add\"",
                     (unsigned long)batch);
    return status ? status
                  : tdg_archive_take_batch(update->archive, update->ledger, batch, update->error);
}

/* Exactly one of the three. */
static int take(struct tdg_update *update, const struct tdg_archive_removal *removal)
{
    if ((removal->id_count > 0) + (removal->source != NULL) + (removal->batch > 0) != 1)
        return tdg_fail(update->error, TDG_EINVAL,
                        "what is removed is named by ids, by a source or by a batch");
    if (removal->id_count)
        return take_ids(update, removal);
    if (removal->source)
        return tdg_archive_take_source(update->archive, update->ledger, removal->source,
                                       update->error);
    return take_batch(update, removal->batch);
}

static int list_taken(struct numbers *taken, struct tdg_update *update,
                      const struct tdg_archive_removal *removal)
{
    int status = tdg_archive_list_removed(&taken->items, &taken->count, update->archive,
                                          update->ledger, update->error);
    if (status || taken->count)
        return status;
    if (removal->source)
        return tdg_fail(update->error, TDG_EINVAL, "there is no article of the source '%s'",
                        removal->source);
    return tdg_fail(update->error, TDG_EINVAL, "no article of entry %lu is left",
                    (unsigned long)removal->batch);
}

/* Each of them by itself: what is in the archive still has to be whole for the next one. */
static int take_out(struct tdg_update *update, const struct numbers *taken)
{
    struct numbers successors = {0};
    int status = tdg_update_forget_articles(update, taken->items, taken->count);
    if (!status)
        status = tdg_archive_release_of_removed(&successors.items, &successors.count,
                                                update->archive, update->ledger, update->error);
    if (!status)
        status = tdg_update_learn_articles(update, successors.items, successors.count);
    update->change.originals = successors.count;
    for (size_t i = 0; !status && i < taken->count; i++)
        status = tdg_archive_unindex(update->archive, taken->items[i], update->error);
    if (!status)
        status = tdg_archive_delete_removed(update->archive, update->ledger, update->error);
    if (!status)
        status =
            tdg_archive_settle_stories_of_removed(update->archive, update->ledger, update->error);
    free(successors.items);
    return status;
}

static int end_theme(struct tdg_update *update, int64_t theme)
{
    struct tdg_buffer name = {0};
    int status = tdg_archive_theme_name(&name, update->archive, theme, update->error);
    struct tdg_ledger_entry entry = {
        .kind = TDG_LEDGER_END, .theme = theme, .cause = TDG_CAUSE_REMOVAL, .name = name.text};
    if (!status)
        status = tdg_archive_enter(NULL, update->archive, &entry, update->error);
    if (!status)
        status = tdg_archive_set_state(update->archive, theme, TDG_THEME_ENDED, 0, update->error);
    tdg_buffer_done(&name);
    return status;
}

static int end_themes(struct tdg_update *update)
{
    struct numbers themes = {0};
    int status = tdg_archive_list_emptied(&themes.items, &themes.count, update->archive,
                                          update->ledger, update->error);
    for (size_t i = 0; !status && i < themes.count; i++)
        status = end_theme(update, themes.items[i]);
    update->change.ended = themes.count;
    free(themes.items);
    return status;
}

static int finish_entry(struct tdg_update *update, const struct tdg_archive_removal *removal)
{
    struct tdg_ledger_entry entry = {
        .kind = TDG_LEDGER_REMOVE,
        .articles = update->change.removed,
        .copies = update->change.originals,
        .cause = removal->source          ? TDG_CAUSE_SOURCE
                 : removal->batch         ? TDG_CAUSE_BATCH
                 : removal->id_count == 1 ? TDG_CAUSE_ID
                                          : TDG_CAUSE_NONE,
        .value = removal->source          ? removal->source
                 : removal->id_count == 1 ? removal->ids[0]
                                          : NULL,
        .entry = removal->batch,
    };
    return tdg_archive_finish_entry(update->archive, update->ledger, &entry, update->error);
}

static int remove_all(struct tdg_update *update, const struct tdg_archive_removal *removal)
{
    struct numbers taken = {0};
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_REMOVE};
    int status = tdg_archive_enter(&update->ledger, update->archive, &entry, update->error);
    if (!status)
        status = take(update, removal);
    if (!status)
        status = list_taken(&taken, update, removal);
    if (!status)
        status = take_out(update, &taken);
    update->change.removed = taken.count;
    if (!status)
        status = end_themes(update);
    if (!status)
        status = finish_entry(update, removal);
    if (!status)
        status = tdg_update_states(update);
    free(taken.items);
    return status;
}

int tdg_archive_remove(struct tdg_archive *archive, const struct tdg_archive_removal *given,
                       const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                       struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    struct tdg_archive_removal removal;
    int status = tdg_sized_read(&removal, sizeof removal, given, error);
    if (status)
        return status;
    status = tdg_update_open(&update, NULL);
    if (!status)
        status = remove_all(&update, &removal);
    status = tdg_update_close(&update, status);
    if (!status)
        tdg_sized_write(change, &update.change, sizeof update.change);
    return status;
}

/* What has become of the archive since then stays; what comes back takes its place in it. */
static int bring_back(struct tdg_update *update, int64_t entry, struct numbers *back)
{
    struct tdg_archive *archive = update->archive;
    struct numbers copies = {0};
    int status =
        tdg_archive_put_removed_back(&back->items, &back->count, archive, entry, update->error);
    for (size_t i = 0; !status && i < back->count; i++)
        status = tdg_archive_index(archive, back->items[i], update->error);
    if (!status)
        status =
            tdg_archive_list_released(&copies.items, &copies.count, archive, entry, update->error);
    if (!status)
        status = tdg_update_forget_articles(update, copies.items, copies.count);
    if (!status)
        status = tdg_archive_join_released(archive, entry, update->error);
    if (!status)
        status = tdg_update_learn_articles(update, back->items, back->count);
    if (!status)
        status = tdg_archive_settle_stories_of_removed(archive, entry, update->error);
    if (!status)
        status = tdg_archive_forget_removed(archive, entry, update->error);
    free(copies.items);
    return status;
}

int tdg_update_bring_back(struct tdg_update *update, const struct tdg_decision *decision)
{
    struct numbers removed = {0}, back = {0};
    int64_t entry = decision->number;
    int status = tdg_archive_list_removed(&removed.items, &removed.count, update->archive, entry,
                                          update->error);
    if (!status)
        status = tdg_archive_wake_ended(update->archive, entry, update->ledger, update->error);
    if (!status)
        status = bring_back(update, entry, &back);
    struct tdg_ledger_entry undo = {.kind = TDG_LEDGER_UNDO,
                                    .articles = back.count,
                                    .cause = TDG_CAUSE_REMOVAL,
                                    .entry = entry,
                                    .value = tdg_ledger_kind_name(decision->kind),
                                    .returned = removed.count - back.count};
    if (!status)
        status = tdg_archive_finish_entry(update->archive, update->ledger, &undo, update->error);
    if (!status)
        status = tdg_update_states(update);
    update->change.restored = back.count;
    free(removed.items);
    free(back.items);
    return status;
}
