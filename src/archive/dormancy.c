// SPDX-License-Identifier: GPL-3.0-or-later
/* A theme that nothing was written about for a while sleeps; it comes back with its next article.
 */
#include "archive/dormancy.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/buffer.h"
#include "phrasing/ledger.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/names.h"
#include "store/store.h"
#include "store/themes.h"

enum { DAYS = 56, DAY = 86400 };

static int tell(struct tdg_update *update, const struct tdg_stored_theme *theme, bool asleep)
{
    struct tdg_buffer name = {0};
    int status = tdg_archive_theme_name(&name, update->archive, theme->number, update->error);
    struct tdg_ledger_entry entry = {.kind = asleep ? TDG_LEDGER_SLEEP : TDG_LEDGER_RETURN,
                                     .theme = theme->number,
                                     .name = name.text,
                                     .days = asleep ? DAYS : 0};
    if (!status)
        status = tdg_archive_enter(NULL, update->archive, &entry, update->error);
    if (!status)
        status =
            tdg_archive_set_state(update->archive, theme->number,
                                  asleep ? TDG_THEME_ASLEEP : TDG_THEME_AWAKE, 0, update->error);
    tdg_buffer_done(&name);
    return status;
}

int tdg_update_states(struct tdg_update *update)
{
    struct tdg_archive_counts counts;
    tdg_stored_themes_done(&update->themes);
    int status = tdg_archive_count(&counts, update->archive, update->error);
    if (!status)
        status = tdg_archive_themes(&update->themes, update->archive, update->error);
    for (size_t i = 0; !status && i < update->themes.count; i++) {
        const struct tdg_stored_theme *theme = &update->themes.items[i];
        bool quiet = counts.now != TDG_NO_DATE && theme->last != TDG_NO_DATE &&
                     counts.now - theme->last > (int64_t)DAYS * DAY;
        if (quiet != theme->asleep)
            status = tell(update, theme, quiet);
    }
    return status;
}
