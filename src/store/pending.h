// SPDX-License-Identifier: GPL-3.0-or-later
/** Articles that are to go to another theme, but not yet. */
#ifndef TDG_STORE_PENDING_H
#define TDG_STORE_PENDING_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

struct tdg_pending {
    int64_t article;
    int64_t theme;  /* that it is in */
    int64_t target; /* that it goes to */
};

int tdg_archive_put_pending(struct tdg_archive *archive, const struct tdg_pending *pending,
                            struct tdg_error *error);

/** Originals only, by number; to be freed. What a person has moved or pinned since then, and what
 * would go to a theme that has ended, waits no more. */
int tdg_archive_list_pending(struct tdg_pending **items, size_t *count, struct tdg_archive *archive,
                             struct tdg_error *error);

/** article: 0 for all. */
int tdg_archive_drop_pending(struct tdg_archive *archive, int64_t article, struct tdg_error *error);

#endif
