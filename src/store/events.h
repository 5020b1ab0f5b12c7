// SPDX-License-Identifier: GPL-3.0-or-later
/** Events in an archive: each has the number of the article that it began with. */
#ifndef TDG_STORE_EVENTS_H
#define TDG_STORE_EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

/** event: 0 for none. */
int tdg_archive_set_event(struct tdg_archive *archive, int64_t article, int64_t event,
                          struct tdg_error *error);

/** *event: of an article, 0 for none. */
int tdg_archive_event_of(int64_t *event, struct tdg_archive *archive, int64_t article,
                         struct tdg_error *error);

/** Whether an article is in an event of this number. */
int tdg_archive_event_is_known(bool *known, struct tdg_archive *archive, int64_t event,
                               struct tdg_error *error);

/** *articles: that are in it now. */
int tdg_archive_event_size(int64_t *articles, struct tdg_archive *archive, int64_t event,
                           struct tdg_error *error);

#endif
