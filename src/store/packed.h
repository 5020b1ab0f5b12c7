// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_PACKED_H
#define TDG_STORE_PACKED_H

#include <stddef.h>

#include "base/buffer.h"
#include "store/database.h"

/** deflated where that is shorter, else as it is. To be freed; *packed_size is `size`
 * where it is as it is. NULL when out of memory. */
void *tdg_pack(const char *text, size_t size, size_t *packed_size);

/** Appends the original of a packed value with `size` bytes. TDG_EFORMAT, TDG_ENOMEM. */
int tdg_unpack(struct tdg_buffer *text, const void *packed, size_t packed_size, size_t size);

/** The same of column `column` of a row, whose size is in the column before it. It has to be UTF-8.
 * With the name of its table, the error is filled in. */
int tdg_rows_unpack(struct tdg_buffer *text, const struct tdg_rows *rows, int column,
                    const char *table);

#endif
