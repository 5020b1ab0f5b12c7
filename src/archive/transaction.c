// SPDX-License-Identifier: GPL-3.0-or-later
/* A change of an archive as it begins and ends: one transaction. */
#include "archive/transaction.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "archive/options.h"
#include "base/buffer.h"
#include "base/error.h"
#include "pipeline/lifecycle.h"
#include "pipeline/settings.h"
#include "store/articles.h"
#include "store/open.h"
#include "store/themes.h"
#include "store/words.h"
#include "text/mute.h"

int tdg_update_open(struct tdg_update *update, const struct tdg_options *options)
{
    int status = tdg_archive_begin(update->archive, update->error);
    if (!status)
        status = tdg_update_options(update, options);
    if (!status)
        status = tdg_archive_model(&update->model, update->archive, update->error);
    if (!status)
        status = tdg_archive_themes(&update->themes, update->archive, update->error);
    return status;
}

int tdg_update_open_read_only(struct tdg_update *update)
{
    struct tdg_buffer begun = {0};
    int status = tdg_archive_begin_read(update->archive, update->error);
    if (!status)
        status = tdg_archive_setting(&begun, update->archive, "begun", update->error);
    if (!status && !begun.length)
        status = tdg_fail(update->error, TDG_EEMPTY, "there is no article in this archive");
    tdg_buffer_done(&begun);
    return status ? status : tdg_update_options(update, NULL);
}

int tdg_update_close(struct tdg_update *update, int status)
{
    if (status == TDG_ENOMEM)
        tdg_fail_memory(update->error);
    if (!status && (update->ledger || update->muted))
        status = tdg_archive_commit(update->archive, update->error);
    else
        status = tdg_archive_end_read(update->archive, status, update->error);
    free(update->changed);
    free(update->corrected);
    tdg_run_done(&update->versions);
    tdg_stored_themes_done(&update->themes);
    tdg_run_done(&update->run);
    tdg_buffer_done(&update->seeds);
    tdg_mutes_done(&update->mutes);
    tdg_settings_done(&update->settings);
    tdg_options_free(update->options);
    return status;
}
