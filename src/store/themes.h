// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_THEMES_H
#define TDG_STORE_THEMES_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "store/store.h"

int tdg_archive_themes(struct tdg_stored_themes *themes, struct tdg_archive *archive,
                       struct tdg_error *error);
void tdg_stored_themes_done(struct tdg_stored_themes *themes);

int tdg_archive_new_theme(int64_t *number, struct tdg_archive *archive, const char *label,
                          const char *name, int64_t ledger, struct tdg_error *error);

/** Another label and other terms. */
int tdg_archive_relabel(struct tdg_archive *archive, int64_t theme, const char *label,
                        const char *name, const struct tdg_term_view *terms, size_t count,
                        struct tdg_error *error);

/** into: a theme or 0. */
int tdg_archive_set_state(struct tdg_archive *archive, int64_t theme, enum tdg_theme_state state,
                          int64_t into, struct tdg_error *error);

int tdg_archive_new_story(int64_t *number, struct tdg_archive *archive, int64_t theme,
                          struct tdg_error *error);

/** headline, sequel_of: 0 leaves what is there. */
int tdg_archive_describe_story(struct tdg_archive *archive, int64_t story, int64_t headline,
                               int64_t sequel_of, struct tdg_error *error);

/* what the themes are made of */

#endif
