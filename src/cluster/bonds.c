// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/bonds.h"

#include <stdbool.h>

#include <tidings/error.h>

#include "base/memory.h"

static bool comes_before(const struct tdg_bond *a, const struct tdg_bond *b)
{
    if (a->strength > b->strength || a->strength < b->strength)
        return a->strength > b->strength;
    return a->low != b->low ? a->low < b->low : a->high < b->high;
}

int tdg_bonds_push(struct tdg_bonds *bonds, struct tdg_bond bond)
{
    struct tdg_bond *heap =
        tdg_grow(bonds->items, &bonds->capacity, bonds->count + 1, sizeof *heap);
    if (!heap)
        return TDG_ENOMEM;
    bonds->items = heap;
    size_t at = bonds->count++;
    for (; at && comes_before(&bond, &heap[(at - 1) / 2]); at = (at - 1) / 2)
        heap[at] = heap[(at - 1) / 2];
    heap[at] = bond;
    return TDG_OK;
}

struct tdg_bond tdg_bonds_pop(struct tdg_bonds *bonds)
{
    struct tdg_bond *heap = bonds->items, first = heap[0], last = heap[--bonds->count];
    size_t at = 0;
    for (size_t next = 1; next < bonds->count; next = 2 * at + 1) {
        if (next + 1 < bonds->count && comes_before(&heap[next + 1], &heap[next]))
            next++;
        if (!comes_before(&heap[next], &last))
            break;
        heap[at] = heap[next];
        at = next;
    }
    heap[at] = last;
    return first;
}
