// SPDX-License-Identifier: GPL-3.0-or-later
/* The way of a batch into the archive, in one screenful: one transaction, from what is read to the
 * entry in the ledger. */
#include <stdint.h>
#include <stdlib.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>

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
#include "base/plural.h"
#include "base/sized.h"
#include "pipeline/lifecycle.h"
#include "pipeline/option_values.h"
#include "pipeline/run.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/store.h"

static int refit_as_needed(struct tdg_update *update)
{
    struct tdg_archive_change *change = &update->change;
    int status = tdg_update_drift(update, change->reason, sizeof change->reason);
    if (status || !*change->reason)
        return status;
    int64_t batch = update->ledger;
    struct tdg_buffer text = {0};
    struct tdg_ledger_entry entry = {.kind = "refit", .text = ""};
    status = tdg_archive_enter(&update->ledger, update->archive, &entry, update->error);
    if (!status)
        status = tdg_update_refit(update);
    tdg_buffer_format(&text, "The themes were found anew: %s. %zu of %zu %s kept theirs.",
                      change->reason, change->kept, change->compared,
                      tdg_plural(change->compared, "article", "articles"));
    if (!status && text.failed)
        status = tdg_fail_memory(update->error);
    if (!status)
        status = tdg_archive_reword(update->archive, update->ledger, change->compared, text.text,
                                    update->error);
    tdg_buffer_done(&text);
    update->ledger = batch;
    return status;
}

static int close_batch(struct tdg_update *update)
{
    const struct tdg_archive_change *change = &update->change;
    struct tdg_buffer text = {0};
    tdg_buffer_format(&text, "%zu %s added, %zu changed; %zu of them %s.", change->added,
                      tdg_plural(change->added, "article was", "articles were"), change->changed,
                      change->copies, tdg_plural(change->copies, "is a copy", "are copies"));
    int status =
        text.failed ? tdg_fail_memory(update->error)
                    : tdg_archive_reword(update->archive, update->ledger,
                                         change->added + change->changed, text.text, update->error);
    tdg_buffer_done(&text);
    return status;
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
    struct tdg_buffer text = {0};
    struct tdg_ledger_entry entry = {.kind = "refit", .text = ""};
    int status = tdg_update_open(&update, options);
    if (!status)
        status = tdg_archive_enter(&update.ledger, archive, &entry, error);
    if (!status)
        status = tdg_update_refit(&update);
    snprintf(update.change.reason, sizeof update.change.reason, "asked for");
    tdg_buffer_format(&text, "The themes were found anew, as asked for. %zu of %zu %s kept theirs.",
                      update.change.kept, update.change.compared,
                      tdg_plural(update.change.compared, "article", "articles"));
    if (!status && text.failed)
        status = tdg_fail_memory(error);
    if (!status)
        status =
            tdg_archive_reword(archive, update.ledger, update.change.compared, text.text, error);
    if (!status)
        status = tdg_update_states(&update);
    tdg_buffer_done(&text);
    status = tdg_update_close(&update, status);
    if (!status)
        tdg_sized_write(change, &update.change, sizeof update.change);
    return status;
}
