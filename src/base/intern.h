// SPDX-License-Identifier: GPL-3.0-or-later
/** A set of strings that numbers them 0, 1, 2, … in the order of their first appearance. */
#ifndef TDG_BASE_INTERN_H
#define TDG_BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"

/* A place of the table; with the hash in it a string is looked at only where it is the right one.
 */
struct tdg_intern_slot {
    uint32_t number; /* + 1; 0 where it is free */
    uint32_t hash;
};

/** {0} is an empty set. Read the fields, but change them only through the functions. */
struct tdg_intern {
    struct tdg_arena arena;
    const char **text; /* [count] NUL-terminated; borrowed until tdg_intern_done */
    uint32_t *length;  /* [count] bytes */
    uint32_t count;
    size_t capacity;              /* of the two arrays above */
    struct tdg_intern_slot *slot; /* [slots] */
    size_t slots;                 /* a power of two, or 0 */
};

/** The number of a string, which is added where it is new; TDG_NONE when out of memory. */
uint32_t tdg_intern(struct tdg_intern *set, const char *text, size_t length);

/** The number of a string, TDG_NONE where it is not in the set. */
uint32_t tdg_intern_find(const struct tdg_intern *set, const char *text, size_t length);
void tdg_intern_done(struct tdg_intern *set);

#endif
