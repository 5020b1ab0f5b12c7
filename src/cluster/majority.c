// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/majority.h"

#include <tidings/types.h>

uint32_t tdg_majority(const uint32_t *group, const uint32_t *rows, size_t count, uint32_t *votes)
{
    uint32_t best = TDG_NONE;
    for (size_t i = 0; i < count; i++) {
        uint32_t own = group[rows[i]];
        if (own == TDG_NONE)
            continue;
        votes[own]++;
        if (best == TDG_NONE || votes[own] > votes[best] ||
            (votes[own] == votes[best] && own < best))
            best = own;
    }
    for (size_t i = 0; i < count; i++)
        if (group[rows[i]] != TDG_NONE)
            votes[group[rows[i]]] = 0;
    return best;
}
