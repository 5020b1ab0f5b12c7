// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/best.h"

#include <stdbool.h>

static bool is_better(struct tdg_candidate a, struct tdg_candidate b)
{
    return a.cosine > b.cosine || (a.cosine == b.cosine && a.row < b.row);
}

/* By insertion: nearly all candidates fail at the first question. */
void tdg_best_offer(struct tdg_best *best, struct tdg_candidate candidate)
{
    if (best->count == best->most && !is_better(candidate, best->item[best->most - 1]))
        return;
    size_t at = best->count < best->most ? best->count++ : best->most - 1;
    for (; at > 0 && is_better(candidate, best->item[at - 1]); at--)
        best->item[at] = best->item[at - 1];
    best->item[at] = candidate;
}
