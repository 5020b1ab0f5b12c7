// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_MIGRATIONS_H
#define TDG_STORE_MIGRATIONS_H

#include <tidings/archive.h>
#include <tidings/error.h>

/** brings an archive of an older version up to date, in a change that is open; 0 is
 * an empty file. */
int tdg_archive_newest_version(void);
int tdg_archive_migrate(struct tdg_archive *archive, int version, struct tdg_error *error);

/** A copy beside it, by SQLite's own means: it may be in use. */
int tdg_archive_back_up(const struct tdg_archive *archive, int version, struct tdg_error *error);

#endif
