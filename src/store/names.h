// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_NAMES_H
#define TDG_STORE_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/buffer.h"

/** Calls `each` for every theme: its name by a person, else by the lexicon, and its label, as they
 * may be shown. */
int tdg_archive_each_theme(struct tdg_archive *archive,
                           int (*each)(void *context, int64_t theme, const char *name,
                                       const char *label, bool hidden),
                           void *context, struct tdg_error *error);

/** Appends what the theme is called: "Trade disputes". */
int tdg_archive_theme_name(struct tdg_buffer *name, struct tdg_archive *archive, int64_t theme,
                           struct tdg_error *error);

/** The headline of a story and the story it takes up again, as numbers or 0. */
int tdg_archive_story(int64_t *headline, int64_t *sequel_of, struct tdg_archive *archive,
                      int64_t story, struct tdg_error *error);

/** The number of the newest entry of the ledger. */
int tdg_archive_newest_entry(int64_t *number, struct tdg_archive *archive, struct tdg_error *error);

#endif
