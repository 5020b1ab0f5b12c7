// SPDX-License-Identifier: GPL-3.0-or-later
/* Copies: articles whose words are the same, found by a table of 128-bit digests, in which two
 * different texts of any corpus that fits on a disk will not meet; then, among those that are left,
 * the near copies (near.c). */
#include "clean/clean.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "clean/shingle.h"

enum { CHUNK = 512 };

struct job {
    const struct tdg_articles *articles;
    struct tdg_digest *digest;           /* [articles] {0}: no words */
    struct tdg_signature *signature;     /* [articles] */
    struct tdg_shingle_scratch *scratch; /* [workers] */
};

static void digest_words(struct tdg_digest *digest, const struct tdg_words *words)
{
    size_t body = words->begin[words->body];
    if (words->count == 0)
        return;
    if (body)
        tdg_digest_add(digest, words->text, body);
    if (words->brief) {
        tdg_digest_add(digest, "title", 5);
        tdg_digest_add(digest, words->text + body, words->begin[words->count] - body);
    }
}

static int describe(struct job *job, struct tdg_shingle_scratch *scratch, size_t article)
{
    struct tdg_words words;
    const uint64_t *shingle;
    size_t count;
    int status = tdg_words_read(&words, scratch, &job->articles->items[article]);
    if (!status)
        status = tdg_shingles_make(&shingle, &count, scratch, &words);
    if (status)
        return status;
    digest_words(&job->digest[article], &words);
    tdg_signature_make(&job->signature[article], shingle, count);
    return TDG_OK;
}

static int describe_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    int status = TDG_OK;
    for (size_t i = chunk->begin; !status && i < chunk->end; i++)
        status = describe(job, &job->scratch[chunk->worker], i);
    return status;
}

/* The first article with each digest, by an open hash table of numbers + 1. */
static int match(const struct tdg_digest *digest, size_t count, uint32_t *copy_of)
{
    size_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    uint32_t *slot = tdg_alloc(slots, sizeof *slot);
    if (!slot)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        copy_of[i] = TDG_NONE;
        if (!digest[i].low && !digest[i].high)
            continue;
        size_t at = digest[i].low & (slots - 1);
        for (; slot[at]; at = (at + 1) & (slots - 1)) {
            const struct tdg_digest *other = &digest[slot[at] - 1];
            if (other->low == digest[i].low && other->high == digest[i].high)
                break;
        }
        if (slot[at])
            copy_of[i] = slot[at] - 1;
        else
            slot[at] = (uint32_t)i + 1;
    }
    free(slot);
    return TDG_OK;
}

/* An exact copy of a near copy is a copy of what that is a copy of. */
static void follow_originals(uint32_t *copy_of, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (copy_of[i] != TDG_NONE && copy_of[copy_of[i]] != TDG_NONE)
            copy_of[i] = copy_of[copy_of[i]];
}

int tdg_find_copies(const struct tdg_articles *articles, uint32_t *copy_of,
                    struct tdg_workers *workers, struct tdg_error *error)
{
    unsigned threads = tdg_workers_count(workers);
    struct job job = {
        .articles = articles,
        .digest = tdg_alloc(articles->count, sizeof *job.digest),
        .signature = tdg_alloc(articles->count, sizeof *job.signature),
        .scratch = tdg_alloc(threads, sizeof *job.scratch),
    };
    int status = job.digest && job.signature && job.scratch ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(workers, articles->count, CHUNK, describe_chunk, &job);
    if (!status)
        status = match(job.digest, articles->count, copy_of);
    if (!status)
        status = tdg_near_copies(copy_of, articles, job.signature, workers);
    if (!status)
        follow_originals(copy_of, articles->count);
    for (unsigned w = 0; job.scratch && w < threads; w++)
        tdg_shingle_scratch_done(&job.scratch[w]);
    free(job.scratch);
    free(job.signature);
    free(job.digest);
    return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
}
