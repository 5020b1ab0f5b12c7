// SPDX-License-Identifier: GPL-3.0-or-later
/* The way of a batch into the archive, in one screenful: one transaction, from what is read to the
 * entry in the ledger. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>

#include "archive/advance.h"
#include "archive/batch.h"
#include "archive/dormancy.h"
#include "archive/emerge.h"
#include "archive/fit.h"
#include "archive/mute.h"
#include "archive/nearby.h"
#include "archive/options.h"
#include "archive/refit.h"
#include "archive/transaction.h"
#include "archive/update.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/sized.h"
#include "phrasing/ledger.h"
#include "pipeline/lifecycle.h"
#include "pipeline/option_values.h"
#include "pipeline/run.h"
#include "store/articles.h"
#include "store/ledger.h"

/* Finds the themes again and enters it. */
static int refit(struct tdg_update *update, struct tdg_ledger_entry *entry)
{
    struct tdg_archive_change *change = &update->change;
    struct tdg_buffer cause = {0};
    int status = tdg_archive_enter(&update->ledger, update->archive, entry, update->error);
    if (!status)
        status = tdg_update_refit(update, entry->cause == TDG_CAUSE_ASKED);
    entry->kept = change->kept;
    entry->articles = change->compared;
    if (!status)
        status = tdg_archive_finish_entry(update->archive, update->ledger, entry, update->error);
    tdg_refit_cause_text(&cause, entry);
    if (!status && cause.failed)
        status = tdg_fail_memory(update->error);
    snprintf(change->reason, sizeof change->reason, "%s", cause.text ? cause.text : "");
    tdg_buffer_done(&cause);
    return status;
}

static int refit_as_needed(struct tdg_update *update)
{
    int64_t batch = update->ledger;
    struct tdg_ledger_entry entry;
    int status = tdg_update_drift(update, &entry);
    if (status || entry.cause == TDG_CAUSE_NONE)
        return status;
    status = refit(update, &entry);
    update->ledger = batch;
    return status;
}

static int close_batch(struct tdg_update *update)
{
    const struct tdg_archive_change *change = &update->change;
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_ADD,
                                     .articles = change->added + change->changed,
                                     .changed = change->changed,
                                     .copies = change->copies};
    return tdg_archive_finish_entry(update->archive, update->ledger, &entry, update->error);
}

/* Births and refits may have given a theme to what had none. */
static int count_placed(struct tdg_update *update, const int64_t *fresh, size_t count)
{
    struct tdg_archive_change *change = &update->change;
    int status = TDG_OK;
    change->placed = change->copies = 0;
    for (size_t i = 0; !status && i < count + update->corrected_count; i++) {
        int64_t copy_of, theme, story;
        status = tdg_archive_place_of(&copy_of, &theme, &story, update->archive,
                                      i < count ? fresh[i] : update->corrected[i - count],
                                      update->error);
        change->placed += !status && theme;
        change->copies += !status && copy_of;
    }
    return status;
}

/* The themes as they are after a first fit or a birth are needed by nobody until the next batch. */
static int take_in(struct tdg_update *update, const int64_t *fresh, size_t count)
{
    int status;
    if (!count) /* nothing but facts has changed */
        status = TDG_OK;
    else if (!update->model.number)
        status = tdg_update_first(update);
    else {
        status = tdg_update_join_nearby(update, fresh, count);
        if (!status)
            status = refit_as_needed(update);
        if (!status && !update->change.refitted)
            status = tdg_update_emerge(update);
        if (!status && !update->change.refitted)
            status = tdg_update_advance(update);
    }
    if (!status)
        status = tdg_update_states(update);
    if (!status)
        status = count_placed(update, fresh, count);
    return status ? status : close_batch(update);
}

int tdg_archive_add(struct tdg_archive *archive, const struct tdg_options *options,
                    const char *const *inputs, size_t input_count,
                    const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                    struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    int64_t *fresh = NULL;
    size_t count = 0;
    update.run = (struct tdg_run){
        .inputs = inputs, .input_count = input_count, .monitor = monitor, .error = error};
    int status = tdg_update_open(&update, options);
    if (!status)
        status = tdg_run_open(&update.run, update.options);
    if (!status)
        status = tdg_update_seed(&update.run, &update);
    if (!status)
        status = tdg_update_read(&update, &fresh, &count);
    if (!status && update.ledger)
        status = take_in(&update, fresh, count);
    if (!status)
        status = tdg_update_tell_mutes(&update, options ? options->values.mute : "");
    free(fresh);
    status = tdg_update_close(&update, status);
    if (!status)
        tdg_sized_write(change, &update.change, sizeof update.change);
    return status;
}

int tdg_archive_refit(struct tdg_archive *archive, const struct tdg_options *options,
                      const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                      struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_REFIT, .cause = TDG_CAUSE_ASKED};
    int status = tdg_update_open(&update, options);
    if (!status)
        status = refit(&update, &entry);
    if (!status)
        status = tdg_update_states(&update);
    status = tdg_update_close(&update, status);
    if (!status)
        tdg_sized_write(change, &update.change, sizeof update.change);
    return status;
}
