// SPDX-License-Identifier: GPL-3.0-or-later
/* How far the archive has been looked through: for the last fit, and for new themes since. */
#include "archive/progress.h"

#include <stdio.h>

#include "store/articles.h"

int tdg_update_note_seen(struct tdg_update *update, const char *name, int64_t number)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)number);
    return tdg_archive_set(update->archive, name, text, update->error);
}

int tdg_update_mark_seen(struct tdg_update *update)
{
    int64_t last = 0;
    int status = tdg_archive_last_article(&last, update->archive, update->error);
    if (!status)
        status = tdg_update_note_seen(update, "fitted", last);
    return status ? status : tdg_update_note_seen(update, "looked", last);
}
