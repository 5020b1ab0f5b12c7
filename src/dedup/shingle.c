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

void tdg_signature_make(struct tdg_signature *signature, const uint64_t *shingle, size_t count)
{
    uint64_t factor[TDG_PLACES];
    for (size_t place = 0; place < TDG_PLACES; place++) {
        factor[place] = tdg_mix(place + 1) | 1;
        signature->least[place] = UINT32_MAX;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t place = 0; place < TDG_PLACES; place++) {
            uint32_t value = (uint32_t)((shingle[i] * factor[place]) >> 32);
            if (value < signature->least[place])
                signature->least[place] = value;
        }
    signature->any = count > 0;
}

void tdg_shingle_scratch_done(struct tdg_shingle_scratch *scratch)
{
    tdg_word_scratch_done(&scratch->words);
    free(scratch->shingles.bytes);
    *scratch = (struct tdg_shingle_scratch){0};
}
