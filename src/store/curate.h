// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_CURATE_H
#define TDG_STORE_CURATE_H

#include <stdbool.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/buffer.h"
#include "store/store.h"

/** Whether a kind of decision sets a column of a theme, as a name or a pin does. */
bool tdg_archive_is_setting(enum tdg_ledger_kind kind);

/** Sets it, and appends what was there before. */
int tdg_archive_set_theme(struct tdg_archive *archive, enum tdg_ledger_kind kind, int64_t theme,
                          const char *value, struct tdg_buffer *before, struct tdg_error *error);

/** Moves everything of a theme into another one; what moved is kept with the entry. */
int tdg_archive_join(struct tdg_archive *archive, int64_t theme, int64_t into, int64_t ledger,
                     struct tdg_error *error);

/** The words of a theme, which are to be learnt again. */
int tdg_archive_forget_theme(struct tdg_archive *archive, int64_t theme, struct tdg_error *error);

/** The one with a number; 0: the last decision that was not taken back. */
int tdg_archive_decision(struct tdg_decision *decision, struct tdg_archive *archive, int64_t number,
                         struct tdg_error *error);

/** The first of the later entries that build on a decision, 0 for none: another one about the same,
 * or a refit, after which what was put together or taken apart is not what it was. */
int tdg_archive_later_entry(int64_t *number, struct tdg_archive *archive,
                            const struct tdg_decision *decision, struct tdg_error *error);
int tdg_archive_mark_undone(struct tdg_archive *archive, int64_t number, int64_t by,
                            struct tdg_error *error);

/* how two themes that became one, or one that became two, come back */

#endif
