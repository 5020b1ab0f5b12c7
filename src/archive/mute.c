// SPDX-License-Identifier: GPL-3.0-or-later
/* What a person mutes in an archive: entries of the ledger, and the list that every view of the
 * archive is made with (store/muted.c). What changes the archive is done without it. */
#include "archive/mute.h"

#include <string.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/span.h"
#include "phrasing/ledger.h"
#include "store/ledger.h"
#include "store/muted.h"
#include "text/mute.h"
#include "text/text.h"

bool tdg_update_is_muted(const struct tdg_update *update, enum tdg_mute_kind kind, const char *text)
{
    const struct tdg_mutes *mutes = tdg_archive_mutes(update->archive);
    return tdg_mutes_find(mutes, kind, text) < mutes->count;
}

int tdg_update_mute(int64_t *entry, struct tdg_update *update, enum tdg_mute_kind kind,
                    const char *text, bool muted)
{
    struct tdg_buffer before = {0};
    tdg_buffer_format(&before, "%s: %s", tdg_mute_name(kind), text);
    int status = before.failed
                     ? tdg_fail_memory(update->error)
                     : tdg_archive_mute(update->archive, kind, text, muted, update->error);
    struct tdg_ledger_entry made = {.kind = muted ? TDG_LEDGER_MUTE : TDG_LEDGER_UNMUTE,
                                    .before = before.text};
    if (!status)
        status = tdg_archive_enter(entry, update->archive, &made, update->error);
    tdg_buffer_done(&before);
    return status;
}

int tdg_update_tell_unmet(struct tdg_update *update, enum tdg_mute_kind kind, const char *text,
                          const char *file, size_t line)
{
    bool met = false;
    size_t index = tdg_mutes_find(tdg_archive_mutes(update->archive), kind, text);
    int status = tdg_archive_mute_meets(&met, update->archive, index, update->error);
    if (!status && !met)
        tdg_notice(update->monitor, TDG_NOTICE_WARNING, file, line,
                   "muted %s \"%s\" matches nothing in this archive", tdg_mute_name(kind), text);
    return status;
}

int tdg_update_keep_mutes(struct tdg_update *update, const char *path)
{
    int status = *path ? tdg_mutes_load(&update->mutes, path, update->error) : TDG_OK;
    for (size_t i = 0; !status && i < update->mutes.count; i++) {
        const struct tdg_mute *item = &update->mutes.items[i];
        if (!tdg_update_is_muted(update, item->kind, item->text))
            status = tdg_update_mute(&update->muted, update, item->kind, item->text, true);
    }
    return status;
}

int tdg_update_tell_mutes(struct tdg_update *update, const char *path)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < update->mutes.count; i++)
        status =
            tdg_update_tell_unmet(update, update->mutes.items[i].kind, update->mutes.items[i].text,
                                  path, update->mutes.items[i].line);
    return status;
}

int tdg_update_hide(struct tdg_run *run, const struct tdg_update *update)
{
    const struct tdg_mutes *mutes = tdg_archive_mutes(update->archive);
    int status = TDG_OK;
    for (size_t i = 0; !status && i < mutes->count; i++)
        status =
            tdg_mutes_add(&run->settings.mutes, mutes->items[i].kind,
                          (struct tdg_span){mutes->items[i].text, strlen(mutes->items[i].text)}, 0);
    return tdg_fail_status(update->error, status);
}
