// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: a file that lies as bytes in memory, inside of another one. */
#ifndef TDG_INPUT_INNER_H
#define TDG_INPUT_INNER_H

#include <stddef.h>

#include "input/reader.h"

/* Reads the bytes, in that encoding (NULL or one that is not known: found from them), by `read`.
 * What `outer` says of the file is `known`, its line and `otherwise` included. */
int tdg_inner_read(struct tdg_reader *reader, const struct tdg_leaf *outer, const char *bytes,
                   size_t length, const char *encoding, const struct tdg_record *known,
                   tdg_leaf_function read);

/* The bytes as UTF-8, appended to `text`; no more than `limit`. TDG_ENOMEM. */
int tdg_inner_decode(struct tdg_buffer *text, const char *bytes, size_t length,
                     const char *encoding, size_t limit);

/* What zlib, gzip or deflate have made of something, appended to `into`: as far as it goes, and no
 * more than `limit` bytes. False where that is not all. */
bool tdg_inner_inflate(struct tdg_buffer *into, const char *bytes, size_t length, size_t limit);

#endif
