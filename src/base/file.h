// SPDX-License-Identifier: GPL-3.0-or-later
/** Output files that appear complete or not at all: written beside their place under another name
 * and renamed at the end. */
#ifndef TDG_BASE_FILE_H
#define TDG_BASE_FILE_H

#include <stdio.h>

#include <tidings/error.h>

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

#endif
