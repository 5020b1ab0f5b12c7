// SPDX-License-Identifier: GPL-3.0-or-later
/* What people see for a term. First its most frequent word ("tariffs" rather than "tariff"),
 * without regard to capitals; then how that word is written: occurrences whose capital means
 * nothing, at the beginning of a sentence, in a Headline Like This or in a line of capitals, count
 * a sixteenth of the others. So it is "tariffs", but "Huawei". */
#include "text/surface.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"

/* All spellings of one word together, in byte order. */
static int by_word(const void *left, const void *right)
{
    const struct tdg_spelling *a = left;
    const struct tdg_spelling *b = right;
    int order = strcmp(a->folded, b->folded);
    return order ? order : strcmp(a->text, b->text);
}

/* Several languages may share a spelling. Returns how many are left. */
static size_t merge_same(struct tdg_spelling *spellings, size_t count)
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

const char *tdg_best_spelling(struct tdg_spelling *spellings, size_t count)
{
    const char *best = "";
    uint64_t best_count = 0;
    qsort(spellings, count, sizeof *spellings, by_word);
    count = merge_same(spellings, count);
    for (size_t i = 0; i < count;) {
        const struct tdg_spelling *first = &spellings[i];
        const struct tdg_spelling *heaviest = first;
        uint64_t word_count = 0;
        for (; i < count && strcmp(spellings[i].folded, first->folded) == 0; i++) {
            word_count += spellings[i].count;
            if (spellings[i].weight > heaviest->weight)
                heaviest = &spellings[i];
        }
        if (word_count > best_count) {
            best_count = word_count;
            best = heaviest->text;
        }
    }
    return best;
}

/* Fills in the spellings, term by term (a counting sort: begin[t] is where those of term t begin).
 * begin: [terms + 1], zeroed. */
static void collect(const struct tdg_lexicon *lexicon, size_t terms, size_t *begin,
                    struct tdg_spelling *spellings)
{
    for (size_t f = 0; f < lexicon->forms.count; f++)
        begin[lexicon->term_of[f] + 1]++;
    for (size_t t = 0; t < terms; t++)
        begin[t + 1] += begin[t];
    for (size_t f = 0; f < lexicon->forms.count; f++)
        spellings[begin[lexicon->term_of[f]]++] = (struct tdg_spelling){
            .folded = lexicon->folded[f],
            .text = lexicon->forms.text[f] + 1,
            .count = (uint64_t)lexicon->firm[f] + lexicon->weak[f],
            .weight = (uint64_t)TDG_FIRM_WEIGHT * lexicon->firm[f] + lexicon->weak[f],
        };
    /* Every begin has moved to the end of its term. */
    memmove(begin + 1, begin, terms * sizeof *begin);
    begin[0] = 0;
}

int tdg_surfaces_choose(const struct tdg_lexicon *lexicon, struct tdg_streams *streams)
{
    int status = TDG_ENOMEM;
    size_t terms = streams->term_count;
    size_t *begin = tdg_alloc(terms + 1, sizeof *begin);
    struct tdg_spelling *spellings = tdg_alloc(lexicon->forms.count, sizeof *spellings);
    if (!begin || !spellings)
        goto out;
    collect(lexicon, terms, begin, spellings);
    for (size_t t = 0; t < terms; t++) {
        const char *best = tdg_best_spelling(spellings + begin[t], begin[t + 1] - begin[t]);
        streams->surface[t] = tdg_arena_string(&streams->arena, best);
        if (!streams->surface[t])
            goto out;
    }
    status = TDG_OK;
out:
    free(begin);
    free(spellings);
    return status;
}
