// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_UNDO_H
#define TDG_STORE_UNDO_H

#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "store/store.h"

/** Keeps with the entry what it is going to change of a theme, and whether `pinned` is pinned. */
int tdg_archive_undo_save(struct tdg_archive *archive, int64_t ledger, int64_t theme,
                          int64_t pinned, struct tdg_error *error);

/** Forgets the articles that the entry has not changed. */
int tdg_archive_forget_unchanged(struct tdg_archive *archive, int64_t ledger,
                                 struct tdg_error *error);

/** Everything that was remembered is as it was, but for what has come since then. */
int tdg_archive_undo_apply(struct tdg_archive *archive, const struct tdg_decision *decision,
                           int64_t pinned, struct tdg_error *error);

/* what a person took out of the archive, and how it comes back. Lists are to be freed.
 */

#endif
