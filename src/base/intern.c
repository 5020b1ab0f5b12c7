// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/intern.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/hash.h"

enum { FIRST_SLOTS = 256 };

/* The slot that holds the string, or the free one where it would go: linear probing. */
static size_t find_slot(const struct tdg_intern *set, const char *text, size_t length,
                        uint64_t hash)
{
    size_t mask = set->slots - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        if (!set->slot[at])
            return at;
        uint32_t number = set->slot[at] - 1;
        if (set->hash[number] == hash && set->length[number] == length &&
            memcmp(set->text[number], text, length) == 0)
            return at;
    }
}

static bool grow_slots(struct tdg_intern *set)
{
    size_t slots = set->slots ? set->slots * 2 : FIRST_SLOTS;
    uint32_t *slot = tdg_alloc(slots, sizeof *slot);
    if (!slot)
        return false;
    for (uint32_t number = 0; number < set->count; number++) {
        size_t at = set->hash[number] & (slots - 1);
        while (slot[at])
            at = (at + 1) & (slots - 1);
        slot[at] = number + 1;
    }
    free(set->slot);
    set->slot = slot;
    set->slots = slots;
    return true;
}

static bool grow_arrays(struct tdg_intern *set)
{
    size_t capacity = set->capacity;
    const char **text = tdg_grow(set->text, &capacity, set->count + 1, sizeof *text);
    if (!text)
        return false;
    set->text = text;
    capacity = set->capacity;
    uint32_t *length = tdg_grow(set->length, &capacity, set->count + 1, sizeof *length);
    if (!length)
        return false;
    set->length = length;
    capacity = set->capacity;
    uint64_t *hash = tdg_grow(set->hash, &capacity, set->count + 1, sizeof *hash);
    if (!hash)
        return false;
    set->hash = hash;
    set->capacity = capacity;
    return true;
}

uint32_t tdg_intern(struct tdg_intern *set, const char *text, size_t length)
{
    if (set->count >= set->slots / 2 && !grow_slots(set))
        return TDG_NONE;
    uint64_t hash = tdg_hash(text, length, 0);
    size_t at = find_slot(set, text, length, hash);
    if (set->slot[at])
        return set->slot[at] - 1;
    if (length > UINT32_MAX || set->count == TDG_NONE - 1)
        return TDG_NONE;
    if (set->count == set->capacity && !grow_arrays(set))
        return TDG_NONE;
    char *copy = tdg_arena_copy(&set->arena, text, length);
    if (!copy)
        return TDG_NONE;
    set->text[set->count] = copy;
    set->length[set->count] = (uint32_t)length;
    set->hash[set->count] = hash;
    set->slot[at] = ++set->count;
    return set->count - 1;
}

uint32_t tdg_intern_find(const struct tdg_intern *set, const char *text, size_t length)
{
    if (!set->slots)
        return TDG_NONE;
    size_t at = find_slot(set, text, length, tdg_hash(text, length, 0));
    return set->slot[at] ? set->slot[at] - 1 : TDG_NONE;
}

void tdg_intern_done(struct tdg_intern *set)
{
    tdg_arena_done(&set->arena);
    free(set->text);
    free(set->length);
    free(set->hash);
    free(set->slot);
    *set = (struct tdg_intern){0};
}
