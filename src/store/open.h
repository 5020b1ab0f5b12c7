// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_OPEN_H
#define TDG_STORE_OPEN_H

#include <tidings/archive.h>
#include <tidings/error.h>

/** One writer at a time: waits a few seconds for another one, then fails with TDG_EIO. */
int tdg_archive_begin(struct tdg_archive *archive, struct tdg_error *error);

/** One state of the archive, up to tdg_archive_end_read. Both fail with TDG_EFORMAT where the small
 * tables, which everything builds on, are not as they were left. */
int tdg_archive_begin_read(struct tdg_archive *archive, struct tdg_error *error);

/** Returns the status, or TDG_EIO where what was seen may have been no single state. */
int tdg_archive_end_read(struct tdg_archive *archive, int status, struct tdg_error *error);
int tdg_archive_commit(struct tdg_archive *archive, struct tdg_error *error);

/** Takes back what was done since tdg_archive_begin, if anything. */
void tdg_archive_undo(struct tdg_archive *archive);

#endif
