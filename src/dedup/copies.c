// SPDX-License-Identifier: GPL-3.0-or-later
/* Copies: articles whose words are the same, found by a table of 128-bit digests, in which two
 * different texts of any corpus that fits on a disk will not meet; then, among those that are left,
 * the near copies (near.c). */
#include "dedup/copies.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/defaults.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "clean/article_words.h"
#include "dedup/near.h"
#include "dedup/shingle.h"
#include "input/address.h"

enum { CHUNK = 512 };

struct job {
    const struct tdg_articles *articles;
    struct tdg_digest *digest;           /* [articles] {0}: no words */
    struct tdg_signature *signature;     /* [articles] */
    bool *lasting;                       /* [articles] a long text: the same at any time */
    struct tdg_shingle_scratch *scratch; /* [workers] */
    int64_t window;                      /* seconds */
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
    int status = tdg_words_read(&words, &scratch->words, &job->articles->items[article]);
    if (!status)
        status = tdg_shingles_make(&shingle, &count, scratch, &words);
    if (status)
        return status;
    digest_words(&job->digest[article], &words);
    job->lasting[article] = !words.brief;
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

/* A table of digests and the last original with each; open, of numbers + 1. */
struct table {
    struct tdg_digest *key; /* [slots] */
    uint32_t *original;     /* [slots] 0: free */
    size_t slots;
};

static uint32_t *find(struct table *table, const struct tdg_digest *key)
{
    size_t at = key->low & (table->slots - 1);
    for (; table->original[at]; at = (at + 1) & (table->slots - 1))
        if (table->key[at].low == key->low && table->key[at].high == key->high)
            break;
    table->key[at] = *key;
    return &table->original[at];
}

/* The text at its address: the same page, whenever it came. False where the address is of none. */
static bool add_page(struct tdg_digest *key, const char *url)
{
    char room[TDG_ADDRESS_ROOM];
    const char *page = tdg_address_key(room, url);
    tdg_digest_string(key, page);
    return tdg_address_is_page(page);
}

/* Articles come by time, so that the last original is the nearest one before. */
static void match_one(struct job *job, struct table *text, struct table *page, uint32_t i,
                      uint32_t *copy_of)
{
    const struct tdg_article *items = job->articles->items;
    uint32_t *last = find(text, &job->digest[i]);
    struct tdg_digest key = job->digest[i];
    uint32_t *same = add_page(&key, items[i].url) ? find(page, &key) : NULL;
    if (same && *same)
        copy_of[i] = *same - 1;
    else if (*last && (job->lasting[i] ||
                       tdg_is_within(job->window, items[*last - 1].published, items[i].published)))
        copy_of[i] = *last - 1;
    else
        *last = i + 1;
    if (same && !*same)
        *same = *last;
}

static int match(struct job *job, uint32_t *copy_of)
{
    size_t count = job->articles->count, slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    struct table text = {tdg_alloc(slots, sizeof *text.key),
                         tdg_alloc(slots, sizeof *text.original), slots};
    struct table page = {tdg_alloc(slots, sizeof *page.key),
                         tdg_alloc(slots, sizeof *page.original), slots};
    bool made = text.key && text.original && page.key && page.original;
    for (uint32_t i = 0; made && i < count; i++)
        if (job->digest[i].low || job->digest[i].high)
            match_one(job, &text, &page, i, copy_of);
    free(text.key);
    free(text.original);
    free(page.key);
    free(page.original);
    return made ? TDG_OK : TDG_ENOMEM;
}

/* An exact copy of a near copy is a copy of what that is a copy of. */
static void follow_originals(uint32_t *copy_of, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (copy_of[i] != TDG_NONE && copy_of[copy_of[i]] != TDG_NONE)
            copy_of[i] = copy_of[copy_of[i]];
}

struct tdg_copy_options tdg_copy_defaults(void)
{
    return (struct tdg_copy_options){.window = INT64_C(86400) * TDG_DEFAULT_COPY_DAYS};
}

bool tdg_is_copy_in_time(const struct tdg_copy_options *options, int64_t early, int64_t late)
{
    return tdg_is_within(options->window, early, late);
}

bool tdg_is_lasting_copy(const struct tdg_article *one, const struct tdg_article *other)
{
    if (strcmp(one->body, other->body) != 0)
        return false;
    return tdg_is_long(one->body) ||
           (strcmp(one->title, other->title) == 0 && tdg_address_same(one->url, other->url));
}

int tdg_find_copies(const struct tdg_articles *articles, uint32_t *copy_of,
                    const struct tdg_copy_options *options, struct tdg_workers *workers,
                    struct tdg_error *error)
{
    for (size_t i = 0; i < articles->count; i++)
        copy_of[i] = TDG_NONE;
    if (options->keep)
        return TDG_OK;
    unsigned threads = tdg_workers_count(workers);
    struct job job = {
        .articles = articles,
        .digest = tdg_alloc(articles->count, sizeof *job.digest),
        .signature = tdg_alloc(articles->count, sizeof *job.signature),
        .lasting = tdg_alloc(articles->count, sizeof *job.lasting),
        .scratch = tdg_alloc(threads, sizeof *job.scratch),
        .window = options->window,
    };
    int status = job.digest && job.signature && job.lasting && job.scratch ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(workers, articles->count, CHUNK, describe_chunk, &job);
    if (!status)
        status = match(&job, copy_of);
    if (!status)
        status = tdg_near_copies(copy_of, articles, job.signature, job.window, workers);
    if (!status)
        follow_originals(copy_of, articles->count);
    for (unsigned w = 0; job.scratch && w < threads; w++)
        tdg_shingle_scratch_done(&job.scratch[w]);
    free(job.scratch);
    free(job.signature);
    free(job.digest);
    free(job.lasting);
    return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
}
