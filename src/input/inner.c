// SPDX-License-Identifier: GPL-3.0-or-later
#define ZLIB_CONST /* it does not write to its input */
#include "input/inner.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

#include <tidings/error.h>

#include "input/encoding.h"

enum {
    BLOCK = 1 << 14,
    GZIP_OR_ZLIB = 32 + MAX_WBITS, /* windowBits of inflateInit2(): by the header, */
    BARE = -MAX_WBITS,             /* or without one, as some servers send "deflate" */
};

struct memory {
    const char *bytes;
    size_t left;
};

/* A tdg_bytes_fill. */
static int fill(void *context, char *into, size_t room, size_t *got)
{
    struct memory *memory = context;
    *got = memory->left < room ? memory->left : room;
    if (*got)
        memcpy(into, memory->bytes, *got);
    memory->bytes += *got;
    memory->left -= *got;
    return TDG_OK;
}

static const char *known_encoding(const char *encoding)
{
    return encoding && tdg_encoding_is_name(encoding) ? encoding : NULL;
}

int tdg_inner_read(struct tdg_reader *reader, const struct tdg_leaf *outer, const char *bytes,
                   size_t length, const char *encoding, const struct tdg_record *known,
                   tdg_leaf_function read)
{
    struct memory memory = {bytes, length};
    struct tdg_leaf leaf = {
        .name = outer->name, .modified = outer->modified, .file = outer->file, .known = known};
    struct tdg_decoder decoder;
    tdg_bytes_init(&leaf.bytes, fill, &memory);
    tdg_decoder_enter(&decoder, &leaf.bytes, known_encoding(encoding));
    int status = read(reader, &leaf);
    tdg_decoder_leave(&decoder, &leaf.bytes);
    tdg_bytes_done(&leaf.bytes);
    return status;
}

int tdg_inner_decode(struct tdg_buffer *text, const char *bytes, size_t length,
                     const char *encoding, size_t limit)
{
    struct memory memory = {bytes, length};
    struct tdg_bytes stream;
    struct tdg_decoder decoder;
    tdg_bytes_init(&stream, fill, &memory);
    tdg_decoder_enter(&decoder, &stream, known_encoding(encoding));
    int status = tdg_bytes_peek(&stream, limit);
    if (!status) {
        size_t there = tdg_bytes_length(&stream);
        tdg_buffer_add(text, there ? tdg_bytes_at(&stream) : "", there < limit ? there : limit);
    }
    tdg_decoder_leave(&decoder, &stream);
    tdg_bytes_done(&stream);
    return !status && text->failed ? TDG_ENOMEM : status;
}

static bool inflate_as(struct tdg_buffer *into, const char *bytes, size_t length, size_t limit,
                       int window)
{
    z_stream stream = {.next_in = (const Bytef *)bytes, .avail_in = (uInt)length};
    char block[BLOCK];
    int code = inflateInit2(&stream, window);
    while (code == Z_OK && into->length < limit && !into->failed) {
        stream.next_out = (Bytef *)block;
        stream.avail_out = sizeof block;
        code = inflate(&stream, Z_NO_FLUSH);
        if (code == Z_OK || code == Z_STREAM_END)
            tdg_buffer_add(into, block, sizeof block - stream.avail_out);
        if (code == Z_OK && stream.avail_out == sizeof block && !stream.avail_in)
            break; /* it is cut off */
    }
    inflateEnd(&stream);
    return code == Z_STREAM_END && !into->failed;
}

bool tdg_inner_inflate(struct tdg_buffer *into, const char *bytes, size_t length, size_t limit)
{
    size_t before = into->length;
    if (length > UINT_MAX)
        return false;
    bool whole = inflate_as(into, bytes, length, limit, GZIP_OR_ZLIB);
    if (!whole && into->length == before && !into->failed)
        whole = inflate_as(into, bytes, length, limit, BARE);
    return whole;
}
