// SPDX-License-Identifier: GPL-3.0-or-later
/* Words → shingles → signatures. */
#include "dedup/shingle.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "base/hash.h"

enum { LONG_RUN = 5, SHORT_RUN = 2 };

int tdg_shingles_make(const uint64_t **shingle, size_t *count, struct tdg_shingle_scratch *scratch,
                      const struct tdg_words *words)
{
    size_t run = (words->brief ? SHORT_RUN : LONG_RUN) * words->per_word;
    size_t made = words->count >= run ? words->count - run + 1 : 0;
    uint64_t *room = tdg_room(&scratch->shingles, (made + 1) * sizeof *room);
    if (!room)
        return TDG_ENOMEM;
    for (size_t i = 0; i < made; i++)
        room[i] =
            tdg_hash(words->text + words->begin[i], words->begin[i + run] - words->begin[i], run);
    *shingle = room;
    *count = made;
    return TDG_OK;
}

/* The places of one group keep what they need in registers while all shingles pass: 42 ms for
 * 18,846 articles, and 92 ms with one shingle after the other at all places. The least product has
 * the least upper half. */
void tdg_signature_make(struct tdg_signature *signature, const uint64_t *shingle, size_t count)
{
    enum { GROUP = 4 };
    for (size_t first = 0; first < TDG_PLACES; first += GROUP) {
        uint64_t factor[GROUP], least[GROUP];
        for (size_t g = 0; g < GROUP; g++) {
            factor[g] = tdg_mix(first + g + 1) | 1;
            least[g] = UINT64_MAX;
        }
        for (size_t i = 0; i < count; i++)
            for (size_t g = 0; g < GROUP; g++) {
                uint64_t product = shingle[i] * factor[g];
                least[g] = product < least[g] ? product : least[g];
            }
        for (size_t g = 0; g < GROUP; g++)
            signature->least[first + g] = (uint32_t)(least[g] >> 32);
    }
    signature->any = count > 0;
}

void tdg_shingle_scratch_done(struct tdg_shingle_scratch *scratch)
{
    tdg_word_scratch_done(&scratch->words);
    free(scratch->shingles.bytes);
    *scratch = (struct tdg_shingle_scratch){0};
}
