// SPDX-License-Identifier: GPL-3.0-or-later
/** How often the terms of the same list meet: in articles, or in windows of text. */
#ifndef TDG_LABEL_PAIRS_H
#define TDG_LABEL_PAIRS_H

#include <stddef.h>
#include <stdint.h>

/** Terms and lists: a term may stand in several lists. {0} is empty. A term that stands in a list
 * is known by its slot, 0, 1, … in the order of first appearance. */
struct tdg_pairs {
    size_t lists;
    size_t top;       /* terms a list */
    uint32_t slots;   /* distinct terms */
    uint32_t *slot;   /* [terms] TDG_NONE for terms in no list */
    uint32_t *entry;  /* [lists][top] slot, TDG_NONE where a list has no term */
    size_t *begin;    /* [slots + 1] into place */
    size_t *place;    /* [begin[slots]] indices into entry, ascending */
    uint64_t *single; /* [slots] samples that have the term */
    uint64_t *both;   /* [lists][top][top] samples that have both, for place a < place b */
    uint64_t samples;
    size_t *met;       /* [lists][top] scratch: places of the sample's terms in each list, … */
    size_t *met_count; /* [lists] … how many, … */
    size_t *met_list;  /* [lists] … and which lists have any */
};

/** lists: [count][top] numbers below `terms`, or TDG_NONE. TDG_ENOMEM. */
int tdg_pairs_init(struct tdg_pairs *pairs, const uint32_t *const *lists, size_t count, size_t top,
                   uint32_t terms);
void tdg_pairs_done(struct tdg_pairs *pairs);

/** Counts one more sample that has these slots, which are distinct. */
void tdg_pairs_add(struct tdg_pairs *pairs, const uint32_t *slots, size_t count);

/** From counts of samples with both terms, with the first, with the second, and of all. */
typedef double (*tdg_pair_measure)(uint64_t both, uint64_t first, uint64_t second,
                                   uint64_t samples);

/** The mean of `measure` over all pairs of the first `length` places of a list, in which TDG_NONE
 * is a term that no sample has; 0 for fewer than two places. */
double tdg_pairs_mean(const struct tdg_pairs *pairs, size_t list, size_t length,
                      tdg_pair_measure measure);

#endif
