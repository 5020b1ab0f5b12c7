// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/intern.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/hash.h"

enum { FIRST_SLOTS = 256 };

static uint32_t hash_of(const char *text, size_t length)
{
    return (uint32_t)(tdg_hash(text, length, 0) >> 32);
}

/* The slot that holds the string, or the free one where it would go: linear probing. */
static struct tdg_intern_slot *find_slot(const struct tdg_intern *set, const char *text,
                                         size_t length, uint32_t hash)
{
    size_t mask = set->slots - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        struct tdg_intern_slot *slot = &set->slot[at];
        if (!slot->number)
            return slot;
        uint32_t number = slot->number - 1;
        if (slot->hash == hash && set->length[number] == length &&
            memcmp(set->text[number], text, length) == 0)
            return slot;
    }
}

static bool grow_slots(struct tdg_intern *set)
{
    size_t slots = set->slots ? set->slots * 2 : FIRST_SLOTS;
    struct tdg_intern_slot *slot = tdg_alloc(slots, sizeof *slot);
    if (!slot)
        return false;
    for (size_t old = 0; old < set->slots; old++) {
        if (!set->slot[old].number)
            continue;
        size_t at = set->slot[old].hash & (slots - 1);
        while (slot[at].number)
            at = (at + 1) & (slots - 1);
        slot[at] = set->slot[old];
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
    set->capacity = capacity;
    return true;
}

uint32_t tdg_intern(struct tdg_intern *set, const char *text, size_t length)
{
    if (set->count >= set->slots / 2 && !grow_slots(set))
        return TDG_NONE;
    uint32_t hash = hash_of(text, length);
    struct tdg_intern_slot *slot = find_slot(set, text, length, hash);
    if (slot->number)
        return slot->number - 1;
    if (length > UINT32_MAX || set->count == TDG_NONE - 1)
        return TDG_NONE;
    if (set->count == set->capacity && !grow_arrays(set))
        return TDG_NONE;
    char *copy = tdg_arena_copy(&set->arena, text, length);
    if (!copy)
        return TDG_NONE;
    set->text[set->count] = copy;
    set->length[set->count] = (uint32_t)length;
    *slot = (struct tdg_intern_slot){++set->count, hash};
    return set->count - 1;
}

uint32_t tdg_intern_find(const struct tdg_intern *set, const char *text, size_t length)
{
    if (!set->slots)
        return TDG_NONE;
    return find_slot(set, text, length, hash_of(text, length))->number - 1; /* 0 - 1 is TDG_NONE */
}

void tdg_intern_done(struct tdg_intern *set)
{
    tdg_arena_done(&set->arena);
    free(set->text);
    free(set->length);
    free(set->slot);
    *set = (struct tdg_intern){0};
}
