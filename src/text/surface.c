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
    const char *folded;
    const char *text;
    uint64_t count;
    uint64_t weight;
};

/* All spellings of one word together, in byte order. */
static int by_word(const void *left, const void *right)
{
    const struct spelling *a = left;
    const struct spelling *b = right;
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

/* The surface of a term; its spellings are in order. */
static const char *choose(const struct spelling *spellings, size_t count)
{
    const char *best = "";
    uint64_t best_count = 0;
    for (size_t i = 0; i < count;) {
        const struct spelling *first = &spellings[i];
        const struct spelling *heaviest = first;
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
                    struct spelling *spellings)
{
    for (size_t f = 0; f < lexicon->forms.count; f++)
        begin[lexicon->term_of[f] + 1]++;
    for (size_t t = 0; t < terms; t++)
        begin[t + 1] += begin[t];
    for (size_t f = 0; f < lexicon->forms.count; f++)
        spellings[begin[lexicon->term_of[f]]++] = (struct spelling){
            .folded = lexicon->folded[f],
            .text = lexicon->forms.text[f] + 1,
            .count = (uint64_t)lexicon->firm[f] + lexicon->weak[f],
            .weight = (uint64_t)FIRM_WEIGHT * lexicon->firm[f] + lexicon->weak[f],
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
    struct spelling *spellings = tdg_alloc(lexicon->forms.count, sizeof *spellings);
    if (!begin || !spellings)
        goto out;
    collect(lexicon, terms, begin, spellings);
    for (size_t t = 0; t < terms; t++) {
        struct spelling *mine = spellings + begin[t];
        size_t count = begin[t + 1] - begin[t];
        qsort(mine, count, sizeof *mine, by_word);
        count = merge_same(mine, count);
        streams->surface[t] = tdg_arena_string(&streams->arena, choose(mine, count));
        if (!streams->surface[t])
            goto out;
    }
    status = TDG_OK;
out:
    free(begin);
    free(spellings);
    return status;
}
