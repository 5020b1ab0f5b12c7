// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_LEDGER_H
#define TDG_STORE_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "phrasing/ledger.h"
#include "store/sql.h"

/** The date of the entry is the time that the archive has come to (TDG_NOW in store.h). */
int tdg_archive_enter(int64_t *number, struct tdg_archive *archive,
                      const struct tdg_ledger_entry *entry, struct tdg_error *error);

/** Calls `each` for what became of themes while the newest article was from `from` on, before `to`,
 * and was not taken back, in the order of the ledger. */
int tdg_archive_each_event(struct tdg_archive *archive, int64_t from, int64_t to,
                           int (*each)(void *context, const struct tdg_ledger_entry *entry,
                                       const char *text, int64_t date),
                           void *context, struct tdg_error *error);

/** What tdg_archive_read_entry() reads, and what these cells may hold. */
#define TDG_ENTRY_COLUMNS                                                                          \
    "kind, theme, other, article, articles, before, cause, name, other_name, value, entry,"        \
    " changed, copies, arrived, previous, kept, days, returned"
#define TDG_ENTRY_CELLS "kooScswSSSoccccccc"

/** The facts of a row, borrowed until the next one, and its sentence, appended without what of the
 * names in it may not be shown. first: the column in which TDG_ENTRY_COLUMNS begin. */
int tdg_archive_read_entry(struct tdg_ledger_entry *entry, struct tdg_buffer *text,
                           const struct tdg_rows *rows, int first);

/** Finishes an entry that was begun before its numbers were known. */
int tdg_archive_finish_entry(struct tdg_archive *archive, int64_t number,
                             const struct tdg_ledger_entry *entry, struct tdg_error *error);

/** Whether a person has merged another theme into this one. */
bool tdg_archive_is_joined(struct tdg_archive *archive, int64_t theme);

/** Keeps the theme that an article had before an entry moved it. */
int tdg_archive_keep_move(struct tdg_archive *archive, int64_t ledger, int64_t article,
                          int64_t theme, struct tdg_error *error);

#endif
