// SPDX-License-Identifier: GPL-3.0-or-later
/** Memory: checked allocation, growable arrays, arenas. Nothing here ever aborts: NULL means out of
 * memory (or a size that does not fit). */
#ifndef TDG_BASE_MEMORY_H
#define TDG_BASE_MEMORY_H

#include <stddef.h>

/** `count` zeroed elements of `size` bytes; never NULL for a count of 0. Free with free(). */
void *tdg_alloc(size_t count, size_t size);

/** Makes room for `needed` elements in a growable array, at least doubling it. Returns the array,
 * moved perhaps, and updates *capacity; or NULL, and then `array` is as it was:
 *
 *     struct thing *grown = tdg_grow(list->items, &list->capacity, list->count + 1, sizeof *grown);
 *     if (!grown)
 *         return TDG_ENOMEM;
 *     list->items = grown;
 */
void *tdg_grow(void *array, size_t *capacity, size_t needed, size_t size);

/** Memory that is used again and again, growing as needed. {0} is empty; free `bytes` with free().
 */
struct tdg_room {
    char *bytes;
    size_t capacity;
};

/** At least `size` bytes, their content undefined; NULL when out of memory. */
void *tdg_room(struct tdg_room *room, size_t size);

/** Many small pieces that are freed together. {0} is an empty arena. Not thread-safe. */
struct tdg_arena {
    struct tdg_arena_block *block; /* the newest; each links to the one before */
};

/** `size` bytes aligned for any type, not zeroed. */
void *tdg_arena_alloc(struct tdg_arena *arena, size_t size);

/** A NUL-terminated copy of `length` bytes, unaligned and thus without waste. */
char *tdg_arena_copy(struct tdg_arena *arena, const char *text, size_t length);

/** A copy of `text` up to its NUL. */
char *tdg_arena_string(struct tdg_arena *arena, const char *text);

/** Moves all blocks of `from` into `into`; what `from` handed out stays valid. */
void tdg_arena_adopt(struct tdg_arena *into, struct tdg_arena *from);

/** Frees everything; the arena is empty again. */
void tdg_arena_done(struct tdg_arena *arena);

#endif
