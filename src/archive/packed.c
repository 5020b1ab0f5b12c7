// SPDX-License-Identifier: GPL-3.0-or-later
/* Texts are deflated (RFC 1951, by zlib). Short ones, such as headlines, would grow: they stay as
 * they are, and can be read in any SQL tool. */
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "archive/store.h"
#include "base/buffer.h"
#include "base/memory.h"

enum { LEVEL = 6 };

void *tdg_pack(const char *text, size_t size, size_t *packed_size)
{
    uLong room = compressBound((uLong)size);
    void *packed = tdg_alloc(room + 1, 1);
    uLong used = room;
    if (!packed)
        return NULL;
    if (compress2(packed, &used, (const Bytef *)text, (uLong)size, LEVEL) != Z_OK || used >= size) {
        used = (uLong)size;
        memcpy(packed, text, size);
    }
    *packed_size = used;
    return packed;
}

int tdg_unpack(struct tdg_buffer *text, const void *packed, size_t packed_size, size_t size)
{
    if (packed_size == size) {
        tdg_buffer_add(text, size ? packed : "", size);
        return text->failed ? TDG_ENOMEM : TDG_OK;
    }
    char *plain = tdg_alloc(size + 1, 1);
    uLong made = (uLong)size;
    int status = plain ? TDG_OK : TDG_ENOMEM;
    if (!status &&
        (uncompress((Bytef *)plain, &made, packed, (uLong)packed_size) != Z_OK || made != size))
        status = TDG_EFORMAT;
    if (!status)
        tdg_buffer_add(text, plain, size);
    free(plain);
    return !status && text->failed ? TDG_ENOMEM : status;
}

int tdg_rows_unpack(struct tdg_buffer *text, const struct tdg_rows *rows, int column)
{
    int64_t size = tdg_rows_int(rows, column - 1);
    const void *packed = sqlite3_column_blob(rows->statement, column);
    int bytes = sqlite3_column_bytes(rows->statement, column);
    enum { LONGEST = 1 << 30 };
    if (size < 0 || size > LONGEST || bytes < 0)
        return TDG_EFORMAT;
    return tdg_unpack(text, packed, (size_t)bytes, (size_t)size);
}
