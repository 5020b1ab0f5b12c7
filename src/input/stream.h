// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: compressed and packed files, by libarchive. */
#ifndef TDG_INPUT_STREAM_H
#define TDG_INPUT_STREAM_H

#include <stdint.h>

#include "input/reader.h"

/* What is known of a file before it is opened. */
struct tdg_entry {
    const char *name; /* as it is told to people */
    const char *path; /* where it is on disk, of a file that was asked for by name; or NULL */
    int64_t modified; /* TDG_NO_DATE where unknown */
};

/* Reads an open file, which stays open: hands it, or each file that is packed in it, to the
 * reader's leaf function. What is broken is reported. */
int tdg_stream_read(struct tdg_reader *reader, int descriptor, const struct tdg_entry *entry);

#endif
