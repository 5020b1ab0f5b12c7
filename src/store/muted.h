// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_MUTED_H
#define TDG_STORE_MUTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "text/text.h"

/** reads what is muted; part of tdg_archive_begin and tdg_archive_begin_read. */
int tdg_archive_load_mutes(struct tdg_archive *archive, struct tdg_error *error);
void tdg_archive_forget_mutes(struct tdg_archive *archive);

/** SQL knows tdg_muted(source, title), the bits of tdg_muting_article, and tdg_mutes(), whether any
 * article can have one. */
int tdg_archive_teach_mutes(struct tdg_archive *archive, struct tdg_error *error);

/** Whether a term or a name of a theme (0: of none) may not be shown. */
int tdg_archive_hides(bool *hides, struct tdg_archive *archive, int64_t theme, const char *text,
                      struct tdg_error *error);

/** Appends what may be shown of a label, filled up with other terms of the theme. */
int tdg_archive_show_label(struct tdg_buffer *shown, struct tdg_archive *archive, int64_t theme,
                           const char *label, struct tdg_error *error);

/** Appends what may be shown of a name that a theme had once; nothing else stands in for the rest.
 */
int tdg_archive_show_name(struct tdg_buffer *shown, struct tdg_archive *archive, const char *name,
                          struct tdg_error *error);

/** What is muted, as it was when the change or the look began, and since the last call of the next.
 * Borrowed. */
const struct tdg_mutes *tdg_archive_mutes(const struct tdg_archive *archive);

/** Mutes, or takes back that something is muted. */
int tdg_archive_mute(struct tdg_archive *archive, enum tdg_mute_kind kind, const char *text,
                     bool muted, struct tdg_error *error);

/** Whether there is anything in the archive that item `index` of the mutes is about. */
int tdg_archive_mute_meets(bool *met, struct tdg_archive *archive, size_t index,
                           struct tdg_error *error);

/* what views are made of */

#endif
