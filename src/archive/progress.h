// SPDX-License-Identifier: GPL-3.0-or-later
/** How far the archive has been looked through. */
#ifndef TDG_ARCHIVE_PROGRESS_H
#define TDG_ARCHIVE_PROGRESS_H

#include <stdint.h>

#include "archive/update.h"

/** Keeps the number of the last article that was seen for a purpose: "fitted", "looked". */
int tdg_update_note_seen(struct tdg_update *update, const char *name, int64_t number);
/** After a fit: what is there by now is not looked at for new themes. */
int tdg_update_mark_seen(struct tdg_update *update);

#endif
