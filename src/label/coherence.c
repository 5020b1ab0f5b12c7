// SPDX-License-Identifier: GPL-3.0-or-later
/* Coherence over articles: NPMI (Bouma, "Normalized (Pointwise) Mutual Information in Collocation
 * Extraction", 2009) of the terms of a theme, a term's probability being its share of all
 * originals.
 */
#include "label/coherence.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "label/pairs.h"
#include "text/association.h"

/* How many of the first terms of the group stand in its articles at all. */
static size_t measured(const struct tdg_ranking *ranking, uint32_t group)
{
    const struct tdg_ranked *items = ranking->items + group * ranking->wanted;
    size_t count = 0;
    while (count < ranking->count[group] && count < TDG_COHERENCE_TERMS &&
           items[count].articles > 0)
        count++;
    return count;
}

static void count_pairs(struct tdg_pairs *pairs, uint32_t *slots, const struct tdg_matrix *counts,
                        const uint32_t *copy_of)
{
    for (size_t row = 0; row < counts->rows; row++) {
        if (copy_of && copy_of[row] != TDG_NONE)
            continue;
        size_t found = 0;
        for (size_t e = counts->begin[row]; e < counts->begin[row + 1]; e++)
            if (pairs->slot[counts->column[e]] != TDG_NONE)
                slots[found++] = pairs->slot[counts->column[e]];
        tdg_pairs_add(pairs, slots, found);
    }
}

int tdg_document_coherence(double *coherence, const struct tdg_ranking *ranking, uint32_t groups,
                           const struct tdg_matrix *counts, const uint32_t *copy_of)
{
    int status = TDG_ENOMEM;
    size_t entries = (size_t)groups * TDG_COHERENCE_TERMS;
    struct tdg_pairs pairs = {0};
    uint32_t *term = tdg_alloc(entries, sizeof *term);
    uint32_t *slots = tdg_alloc(entries, sizeof *slots);
    const uint32_t **lists = tdg_alloc(groups, sizeof *lists);
    if (!term || !slots || !lists)
        goto out;
    for (uint32_t g = 0; g < groups; g++) {
        uint32_t *list = term + (size_t)g * TDG_COHERENCE_TERMS;
        size_t count = measured(ranking, g);
        for (size_t i = 0; i < TDG_COHERENCE_TERMS; i++)
            list[i] = i < count ? ranking->items[g * ranking->wanted + i].column : TDG_NONE;
        lists[g] = list;
    }
    status = tdg_pairs_init(&pairs, lists, groups, TDG_COHERENCE_TERMS, counts->columns);
    if (status)
        goto out;
    count_pairs(&pairs, slots, counts, copy_of);
    for (uint32_t g = 0; g < groups; g++)
        coherence[g] = tdg_pairs_mean(&pairs, g, measured(ranking, g), tdg_npmi);
out:
    tdg_pairs_done(&pairs);
    free(term);
    free(slots);
    free(lists);
    return status;
}
