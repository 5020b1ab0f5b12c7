// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/bytes.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"

enum { BLOCK = 1 << 17 };

void tdg_bytes_init(struct tdg_bytes *bytes, tdg_bytes_fill fill, void *context)
{
    *bytes = (struct tdg_bytes){.fill = fill, .context = context, .line = 1};
}

void tdg_bytes_done(struct tdg_bytes *bytes)
{
    free(bytes->text);
    bytes->text = NULL;
    bytes->begin = bytes->end = bytes->capacity = 0;
}

int tdg_bytes_more(struct tdg_bytes *bytes)
{
    if (bytes->ended)
        return TDG_OK;
    size_t length = tdg_bytes_length(bytes);
    if (bytes->begin > 0 && bytes->capacity - bytes->end < BLOCK) {
        memmove(bytes->text, bytes->text + bytes->begin, length);
        bytes->begin = 0;
        bytes->end = length;
    }
    char *grown = tdg_grow(bytes->text, &bytes->capacity, bytes->end + BLOCK, 1);
    if (!grown)
        return TDG_ENOMEM;
    bytes->text = grown;
    size_t got = 0;
    int status =
        bytes->fill(bytes->context, bytes->text + bytes->end, bytes->capacity - bytes->end, &got);
    bytes->end += got;
    bytes->ended = !status && got == 0;
    return status;
}

int tdg_bytes_peek(struct tdg_bytes *bytes, size_t length)
{
    int status = TDG_OK;
    while (!status && !bytes->ended && tdg_bytes_length(bytes) < length)
        status = tdg_bytes_more(bytes);
    return status;
}

void tdg_bytes_drop(struct tdg_bytes *bytes, size_t length)
{
    if (!length)
        return;
    const char *at = tdg_bytes_at(bytes);
    const char *end = at + length;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        bytes->line++;
        at++;
    }
    bytes->begin += length;
    bytes->offset += length;
}

int tdg_bytes_cut(struct tdg_bytes *bytes, tdg_find_end find, void *state, size_t limit,
                  enum tdg_record_part *piece, size_t *length)
{
    size_t seen = 0;
    for (;;) {
        size_t there = tdg_bytes_length(bytes);
        size_t end = there > seen ? find(state, tdg_bytes_at(bytes), seen, there) : 0;
        seen = there;
        if (end || bytes->ended || seen > limit) {
            *length = end ? end : seen;
            if (*length > limit)
                *piece = end || bytes->ended ? TDG_PIECE_LONG : TDG_PIECE_OPEN;
            else if (end)
                *piece = TDG_PIECE_WHOLE;
            else
                *piece = seen ? TDG_PIECE_LAST : TDG_PIECE_NONE;
            return TDG_OK;
        }
        int status = tdg_bytes_more(bytes);
        if (status)
            return status;
    }
}

int tdg_bytes_pass(struct tdg_bytes *bytes, tdg_find_end find, void *state,
                   enum tdg_record_part piece, size_t length)
{
    tdg_bytes_drop(bytes, length);
    if (piece != TDG_PIECE_OPEN)
        return TDG_OK;
    for (;;) {
        size_t there = tdg_bytes_length(bytes);
        size_t end = there ? find(state, tdg_bytes_at(bytes), 0, there) : 0;
        tdg_bytes_drop(bytes, end ? end : there);
        if (end || bytes->ended)
            return TDG_OK;
        int status = tdg_bytes_more(bytes);
        if (status)
            return status;
    }
}

size_t tdg_find_line(void *state, const char *text, size_t seen, size_t length)
{
    (void)state;
    const char *end = memchr(text + seen, '\n', length - seen);
    return end ? (size_t)(end - text) + 1 : 0;
}
