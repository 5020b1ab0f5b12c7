// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_REMOVED_H
#define TDG_STORE_REMOVED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

/** Copies articles to those that an entry removes; unknown ones are no error. */
int tdg_archive_take_id(struct tdg_archive *archive, int64_t ledger, const char *id,
                        struct tdg_error *error);
int tdg_archive_take_source(struct tdg_archive *archive, int64_t ledger, const char *source,
                            struct tdg_error *error);

/** Those that came, or last came again with other words, with the entry `batch`. */
int tdg_archive_take_batch(struct tdg_archive *archive, int64_t ledger, int64_t batch,
                           struct tdg_error *error);
int tdg_archive_is_batch(bool *is, struct tdg_archive *archive, int64_t entry,
                         struct tdg_error *error);

/** All of an entry, ascending. */
int tdg_archive_list_removed(int64_t **numbers, size_t *count, struct tdg_archive *archive,
                             int64_t ledger, struct tdg_error *error);

/** Copies that stay are copies of the earliest of them, which is listed: an original now. */
int tdg_archive_release_of_removed(int64_t **successors, size_t *count, struct tdg_archive *archive,
                                   int64_t ledger, struct tdg_error *error);

/** The articles themselves, which are out of the index of words already; stories get other
 * headlines. */
int tdg_archive_delete_removed(struct tdg_archive *archive, int64_t ledger,
                               struct tdg_error *error);

/** Themes without articles since then, but for pinned ones. */
int tdg_archive_list_emptied(int64_t **themes, size_t *count, struct tdg_archive *archive,
                             int64_t ledger, struct tdg_error *error);

/** The themes that ended with the entry go on: their ends are taken back by the entry `by`. */
int tdg_archive_wake_ended(struct tdg_archive *archive, int64_t ledger, int64_t by,
                           struct tdg_error *error);

/** Puts back what has not come again meanwhile, into the themes that theirs have become, and lists
 * it; its words and their index are up to the caller. */
int tdg_archive_put_removed_back(int64_t **numbers, size_t *count, struct tdg_archive *archive,
                                 int64_t ledger, struct tdg_error *error);

/** Copies that became originals when their original went, which is back. */
int tdg_archive_list_released(int64_t **successors, size_t *count, struct tdg_archive *archive,
                              int64_t ledger, struct tdg_error *error);

/** They, and what is a copy of them, are copies of it again. */
int tdg_archive_join_released(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error);

/** What is back is not removed any more. */
int tdg_archive_forget_removed(struct tdg_archive *archive, int64_t ledger,
                               struct tdg_error *error);

/** The themes of the stories that the articles of an entry were in. */
int tdg_archive_settle_stories_of_removed(struct tdg_archive *archive, int64_t ledger,
                                          struct tdg_error *error);

#endif
