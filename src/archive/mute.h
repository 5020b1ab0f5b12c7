// SPDX-License-Identifier: GPL-3.0-or-later
/** What the user mutes in an archive. */
#ifndef TDG_ARCHIVE_MUTE_H
#define TDG_ARCHIVE_MUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "archive/update.h"
#include "pipeline/run.h"

bool tdg_update_is_muted(const struct tdg_update *update, enum tdg_mute_kind kind,
                         const char *text);

/** Mutes something or takes that back, with an entry in the ledger: its number. */
int tdg_update_mute(int64_t *entry, struct tdg_update *update, enum tdg_mute_kind kind,
                    const char *text, bool muted);

/** Tells where nothing in the archive is muted by it; file may be NULL. */
int tdg_update_tell_unmet(struct tdg_update *update, enum tdg_mute_kind kind, const char *text,
                          const char *file, size_t line);

/** Mutes what a file names and is not muted; "": nothing. Then the same as above about all of it.
 */
int tdg_update_keep_mutes(struct tdg_update *update, const char *path);
int tdg_update_tell_mutes(struct tdg_update *update, const char *path);

/** A run that is open shows nothing of what is muted in the archive. */
int tdg_update_hide(struct tdg_run *run, const struct tdg_update *update);

#endif
