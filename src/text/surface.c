// SPDX-License-Identifier: GPL-3.0-or-later
/* What people see for a term. First its most frequent word ("tariffs" rather than "tariff"),
 * without regard to capitals; then how that word is written: occurrences whose capital means
 * nothing, at the beginning of a sentence, in a Headline Like This or in a line of capitals, count
 * a sixteenth of the others. So it is "tariffs", but "Huawei". */
#include "text/pieces.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRM_WEIGHT = 16 };

struct spelling {
    uint32_t term;
    const char *folded;
    const char *text;
    uint64_t count;
    uint64_t weight;
};

/* All spellings of a term together, all of one word together, in byte order. */
static int by_word(const void *left, const void *right)
{
    const struct spelling *a = left;
    const struct spelling *b = right;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    int order = strcmp(a->folded, b->folded);
    return order ? order : strcmp(a->text, b->text);
}

/* Several languages may share a spelling. Returns how many are left. */
static size_t merge_same(struct spelling *spellings, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && by_word(&spellings[kept - 1], &spellings[i]) == 0) {
            spellings[kept - 1].count += spellings[i].count;
            spellings[kept - 1].weight += spellings[i].weight;
        } else {
            spellings[kept++] = spellings[i];
        }
    }
    return kept;
}

/* The surface of the term whose spellings begin at *from, which moves behind them. */
static const char *choose(const struct spelling *spellings, size_t count, size_t *from)
{
    const char *best = "";
    uint64_t best_count = 0;
    uint32_t term = spellings[*from].term;
    size_t i = *from;
    while (i < count && spellings[i].term == term) {
        const struct spelling *first = &spellings[i];
        const struct spelling *heaviest = first;
        uint64_t word_count = 0;
        for (; i < count && spellings[i].term == term &&
               strcmp(spellings[i].folded, first->folded) == 0;
             i++) {
            word_count += spellings[i].count;
            if (spellings[i].weight > heaviest->weight)
                heaviest = &spellings[i];
        }
        if (word_count > best_count) {
            best_count = word_count;
            best = heaviest->text;
        }
    }
    *from = i;
    return best;
}

int tdg_surfaces_choose(const struct tdg_lexicon *lexicon, struct tdg_streams *streams)
{
    size_t count = lexicon->forms.count;
    struct spelling *spellings = tdg_alloc(count, sizeof *spellings);
    if (!spellings)
        return TDG_ENOMEM;
    for (size_t f = 0; f < count; f++)
        spellings[f] = (struct spelling){
            .term = lexicon->term_of[f],
            .folded = lexicon->folded[f],
            .text = lexicon->forms.text[f] + 1,
            .count = (uint64_t)lexicon->firm[f] + lexicon->weak[f],
            .weight = (uint64_t)FIRM_WEIGHT * lexicon->firm[f] + lexicon->weak[f],
        };
    qsort(spellings, count, sizeof *spellings, by_word);
    count = merge_same(spellings, count);
    int status = TDG_OK;
    for (size_t i = 0; !status && i < count;) {
        uint32_t term = spellings[i].term;
        streams->surface[term] = tdg_arena_string(&streams->arena, choose(spellings, count, &i));
        if (!streams->surface[term])
            status = TDG_ENOMEM;
    }
    free(spellings);
    return status;
}
