// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_REPORTS_H
#define TDG_STORE_REPORTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/buffer.h"

/** The newest report of a period; 0: there is none. */
int tdg_archive_find_report(int64_t *number, struct tdg_archive *archive, const char *period,
                            struct tdg_error *error);

/** Articles from <= time < to that came, or came again, after a report was made. */
int tdg_archive_late_articles(size_t *count, struct tdg_archive *archive, int64_t report,
                              int64_t from, int64_t to, struct tdg_error *error);
int tdg_archive_new_report(int64_t *number, struct tdg_archive *archive, const char *period,
                           int64_t ledger, struct tdg_error *error);
int tdg_archive_keep_file(struct tdg_archive *archive, int64_t report, const char *format,
                          const char *text, size_t size, struct tdg_error *error);

/** Appends it. TDG_EINVAL where it was made without this format. */
int tdg_archive_load_file(struct tdg_buffer *text, struct tdg_archive *archive, int64_t report,
                          const char *format, struct tdg_error *error);

/** Whether something was muted, or is no longer, since a report was made. */
int tdg_archive_muted_since(bool *changed, struct tdg_archive *archive, int64_t report,
                            struct tdg_error *error);

/** theme: its number, 0 for a term; first, last: ids of periods. */
int tdg_archive_keep_finding(struct tdg_archive *archive, int64_t report, size_t rank,
                             const struct tdg_finding_view *finding, int64_t theme,
                             const char *first, const char *last, struct tdg_error *error);

#endif
