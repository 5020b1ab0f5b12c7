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

/** What an event is called and goes on from: numbers of an article and of an event, 0 for none.
 * Either may be gone one day: both are used only while they are there. */
int tdg_archive_describe_event(struct tdg_archive *archive, int64_t event, int64_t headline,
                               int64_t follows, struct tdg_error *error);
/** Ends an event, which has no article any more: its number leads to the one that it went on in. */
int tdg_archive_end_event(struct tdg_archive *archive, int64_t event, int64_t into,
                          struct tdg_error *error);

/** *event: of an article, 0 for none. */
int tdg_archive_event_of(int64_t *event, struct tdg_archive *archive, int64_t article,
                         struct tdg_error *error);

/** *event: becomes the one that it went on in, over as many as it takes, if it has ended. 0 stays.
 */
int tdg_archive_event_now(int64_t *event, struct tdg_archive *archive, struct tdg_error *error);

/** Whether an article is in an event of this number. */
int tdg_archive_event_is_known(bool *known, struct tdg_archive *archive, int64_t event,
                               struct tdg_error *error);

/** *articles: that are in it now. */
int tdg_archive_event_size(int64_t *articles, struct tdg_archive *archive, int64_t event,
                           struct tdg_error *error);

#endif
