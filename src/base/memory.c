// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 1 << 16 };

void *tdg_room(struct tdg_room *room, size_t size)
{
    char *grown = tdg_grow(room->bytes, &room->capacity, size, 1);
    if (grown)
        room->bytes = grown;
    return grown;
}

struct tdg_arena_block {
    struct tdg_arena_block *before;
    size_t used;
    size_t size;
    alignas(max_align_t) char bytes[];
};

void *tdg_alloc(size_t count, size_t size)
{
    return calloc(count ? count : 1, size ? size : 1);
}

void *tdg_grow(void *array, size_t *capacity, size_t needed, size_t size)
{
    if (array && needed <= *capacity)
        return array;
    size_t wanted = *capacity > SIZE_MAX / 2 ? needed : *capacity * 2;
    if (wanted < needed)
        wanted = needed;
    if (wanted < 8)
        wanted = 8;
    if (wanted > SIZE_MAX / size)
        return NULL;
    void *grown = realloc(array, wanted * size);
    if (grown)
        *capacity = wanted;
    return grown;
}

/* A piece larger than a quarter of a block gets a block of its own, put behind the newest one, so
 * that the room left in the newest is not lost. */
static struct tdg_arena_block *block_with_room(struct tdg_arena *arena, size_t size, size_t align)
{
    struct tdg_arena_block *newest = arena->block;
    if (newest) {
        size_t start = (newest->used + align - 1) / align * align;
        if (start <= newest->size && size <= newest->size - start)
            return newest;
    }
    size_t room = size > BLOCK_SIZE / 4 ? size : BLOCK_SIZE;
    if (room > SIZE_MAX - sizeof *newest)
        return NULL;
    struct tdg_arena_block *block = malloc(sizeof *block + room);
    if (!block)
        return NULL;
    block->used = 0;
    block->size = room;
    if (newest && room == size) {
        block->before = newest->before;
        newest->before = block;
    } else {
        block->before = newest;
        arena->block = block;
    }
    return block;
}

static void *take(struct tdg_arena *arena, size_t size, size_t align)
{
    struct tdg_arena_block *block = block_with_room(arena, size, align);
    if (!block)
        return NULL;
    size_t start = (block->used + align - 1) / align * align;
    block->used = start + size;
    return block->bytes + start;
}

void *tdg_arena_alloc(struct tdg_arena *arena, size_t size)
{
    return take(arena, size, alignof(max_align_t));
}

char *tdg_arena_copy(struct tdg_arena *arena, const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? take(arena, length + 1, 1) : NULL;
    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *tdg_arena_string(struct tdg_arena *arena, const char *text)
{
    return tdg_arena_copy(arena, text, strlen(text));
}

void tdg_arena_adopt(struct tdg_arena *into, struct tdg_arena *from)
{
    struct tdg_arena_block *oldest = from->block;
    if (!oldest)
        return;
    while (oldest->before)
        oldest = oldest->before;
    oldest->before = into->block;
    into->block = from->block;
    from->block = NULL;
}

void tdg_arena_done(struct tdg_arena *arena)
{
    while (arena->block) {
        struct tdg_arena_block *before = arena->block->before;
        free(arena->block);
        arena->block = before;
    }
}
