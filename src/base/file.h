// SPDX-License-Identifier: GPL-3.0-or-later
/** Whole files: outputs that appear complete or not at all (written beside their place under
 * another name and renamed at the end), and small inputs. */
#ifndef TDG_BASE_FILE_H
#define TDG_BASE_FILE_H

#include <stdio.h>

#include <tidings/error.h>

#include "base/buffer.h"

/** {0} is closed. Write to `stream`; errors of the stream are found by tdg_output_commit. */
struct tdg_output {
    FILE *stream;
    char *path;
    char *temporary;
};

/** `path` is a file that may exist; its folder must. TDG_EIO, TDG_ENOMEM. */
int tdg_output_open(struct tdg_output *output, const char *path, struct tdg_error *error);

/** Closes and renames. On failure (a full disk, say) nothing is left of it. */
int tdg_output_commit(struct tdg_output *output, struct tdg_error *error);

/** Throws away what was written. Does nothing where it is closed. */
void tdg_output_discard(struct tdg_output *output);

/** Appends a whole file to *text. TDG_EIO with the reason, TDG_ENOMEM. */
int tdg_file_load(struct tdg_buffer *text, const char *path, struct tdg_error *error);

#endif
