// SPDX-License-Identifier: GPL-3.0-or-later
/* Texts are deflated (RFC 1951, by zlib). Short ones, such as headlines, would grow: they stay as
 * they are, and can be read in any SQL tool. */
#include "store/packed.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include <tidings/error.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "store/sql.h"
#include "store/trouble.h"

enum {
    LEVEL = 6,
    RATIO = 1032, /* what is deflated to a byte at most */
};

void *tdg_pack(const char *text, size_t size, size_t *packed_size)
{
    uLong room = compressBound((uLong)size);
    void *packed = tdg_alloc(room + 1, 1);
    uLong used = room;
    if (!packed)
        return NULL;
    int status = tdg_zlib_status(compress2(packed, &used, (const Bytef *)text, (uLong)size, LEVEL));
    if (status == TDG_ENOMEM) { /* the same bytes, or none */
        free(packed);
        return NULL;
    }
    if (status || used >= size) {
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
    if (size / RATIO > packed_size)
        return TDG_EFORMAT;
    char *plain = tdg_alloc(size + 1, 1);
    uLong made = (uLong)size;
    int status =
        plain ? tdg_zlib_status(uncompress((Bytef *)plain, &made, packed, (uLong)packed_size))
              : TDG_ENOMEM;
    if (!status && made != size)
        status = TDG_EFORMAT;
    if (!status)
        tdg_buffer_add(text, plain, size);
    free(plain);
    return !status && text->failed ? TDG_ENOMEM : status;
}

int tdg_rows_unpack(struct tdg_buffer *text, const struct tdg_rows *rows, int column,
                    const char *table)
{
    enum { LONGEST = 1 << 30 };
    size_t before = text->length;
    int64_t size = tdg_rows_int(rows, column - 1);
    const void *packed = sqlite3_column_blob(rows->statement, column);
    int bytes = sqlite3_column_bytes(rows->statement, column);
    int status = size < 0 || size > LONGEST || bytes < 0 ? TDG_EFORMAT
                 : bytes && !packed                      ? TDG_ENOMEM
                                    : tdg_unpack(text, packed, (size_t)bytes, (size_t)size);
    size_t made = text->length - before;
    if (!status && made && tdg_utf8_valid(text->text + before, made) != made)
        status = TDG_EFORMAT;
    if (table && status == TDG_EFORMAT)
        return tdg_archive_damaged(rows->archive, rows->error, table, "a text cannot be unpacked");
    return table && status ? tdg_fail_memory(rows->error) : status;
}
