// SPDX-License-Identifier: GPL-3.0-or-later
/* TZif files (RFC 8536): a header, a block with times of 4 bytes, and from version 2 on a second
 * header, a block with times of 8 bytes, and a rule for the time after the last change. */
#include "calendar/zone_file.h"

#include <stdint.h>
#include <string.h>

#include <tidings/error.h>

#include "calendar/zone_rule.h"

enum { HEADER = 44, LONGEST_RULE = 100 };

struct block {
    size_t isut, isstd, leaps, times, types, letters;
    size_t time_size; /* 4 or 8 bytes */
    char version;
};

static uint32_t load32(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static int64_t load_time(const unsigned char *at, size_t size)
{
    if (size == 4)
        return (int32_t)load32(at);
    return (int64_t)((uint64_t)load32(at) << 32 | load32(at + 4));
}

static int read_header(struct block *block, const unsigned char *bytes, size_t length)
{
    if (length < HEADER || memcmp(bytes, "TZif", 4) != 0)
        return TDG_EFORMAT;
    *block = (struct block){
        .isut = load32(bytes + 20),
        .isstd = load32(bytes + 24),
        .leaps = load32(bytes + 28),
        .times = load32(bytes + 32),
        .types = load32(bytes + 36),
        .letters = load32(bytes + 40),
        .version = (char)bytes[4],
    };
    return block->types > 0 && block->types <= 256 ? TDG_OK : TDG_EFORMAT;
}

/* The counts are of 32 bits, so that a size of 64 bits cannot overflow. */
static uint64_t block_size(const struct block *block, size_t time_size)
{
    return (uint64_t)block->times * (time_size + 1) + (uint64_t)block->types * 6 + block->letters +
           (uint64_t)block->leaps * (time_size + 4) + block->isstd + block->isut;
}

static int read_block(struct tdg_zone *zone, const struct block *block, const unsigned char *bytes)
{
    const unsigned char *kinds = bytes + block->times * block->time_size;
    const unsigned char *types = kinds + block->times;
    zone->first = (int32_t)load32(types);
    int status = TDG_OK;
    for (size_t i = 0; i < block->times && !status; i++) {
        int64_t time = load_time(bytes + i * block->time_size, block->time_size);
        if (kinds[i] >= block->types || (i > 0 && time <= zone->changes[zone->count - 1].time))
            return TDG_EFORMAT;
        status = tdg_zone_change(zone, time, (int32_t)load32(types + 6 * (size_t)kinds[i]));
    }
    return status;
}

/* The rule stands between two line ends. One that is not understood is no error: then the last
 * change holds for ever. */
static int read_rule(struct tdg_zone *zone, const unsigned char *bytes, size_t length)
{
    char rule[LONGEST_RULE];
    if (length < 2 || bytes[0] != '\n')
        return TDG_OK;
    const unsigned char *end = memchr(bytes + 1, '\n', length - 1);
    size_t size = end ? (size_t)(end - bytes - 1) : sizeof rule;
    if (size >= sizeof rule)
        return TDG_OK;
    memcpy(rule, bytes + 1, size);
    rule[size] = '\0';
    int status = tdg_zone_extend(zone, rule);
    return status == TDG_EFORMAT ? TDG_OK : status;
}

int tdg_zone_read(struct tdg_zone *zone, const unsigned char *bytes, size_t length)
{
    struct block block;
    int status = read_header(&block, bytes, length);
    if (status)
        return status;
    bytes += HEADER, length -= HEADER;
    block.time_size = 4;
    if (block_size(&block, 4) > length)
        return TDG_EFORMAT;
    if (block.version >= '2') {
        size_t first = (size_t)block_size(&block, 4);
        bytes += first, length -= first;
        status = read_header(&block, bytes, length);
        if (status)
            return status;
        bytes += HEADER, length -= HEADER;
        block.time_size = 8;
        if (block_size(&block, 8) > length)
            return TDG_EFORMAT;
    }
    status = read_block(zone, &block, bytes);
    if (status || block.time_size == 4)
        return status;
    size_t size = (size_t)block_size(&block, 8);
    return read_rule(zone, bytes + size, length - size);
}
