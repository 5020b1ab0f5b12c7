// SPDX-License-Identifier: GPL-3.0-or-later
/** The list of what the user mutes. */
#ifndef TDG_TEXT_MUTE_H
#define TDG_TEXT_MUTE_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/span.h"
#include "text/text.h"

/** The kind with this name, in any case; false for another word. */
bool tdg_mute_find(enum tdg_mute_kind *kind, const char *name, size_t length);

/** What is wrong with a text of this kind, NULL where nothing is. */
const char *tdg_mute_wrong(enum tdg_mute_kind kind, const char *text);

/** Reads mutes, one a line: `term: …`, `column: …`, `source: …`; a line without a kind is a term,
 * lines that begin with # are comments. TDG_EFORMAT with file and line for anything else; TDG_EIO,
 * TDG_ENOMEM. */
int tdg_mutes_load(struct tdg_mutes *mutes, const char *path, struct tdg_error *error);
int tdg_mutes_read(struct tdg_mutes *mutes, const char *text, const char *file,
                   struct tdg_error *error);

/** Appends what tdg_mutes_read reads. */
void tdg_mutes_write(struct tdg_buffer *text, const struct tdg_mutes *mutes);

/** Unless it is there. TDG_ENOMEM. */
int tdg_mutes_add(struct tdg_mutes *mutes, enum tdg_mute_kind kind, struct tdg_span text,
                  size_t line);

/** Its index, whatever its case; `count` where it is not there, and when out of memory. */
size_t tdg_mutes_find(const struct tdg_mutes *mutes, enum tdg_mute_kind kind, const char *text);
void tdg_mutes_remove(struct tdg_mutes *mutes, size_t index);
void tdg_mutes_done(struct tdg_mutes *mutes);

#endif
