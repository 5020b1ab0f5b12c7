// SPDX-License-Identifier: GPL-3.0-or-later
/* What stands behind what, without a table of pairs: the tails of every head are put together by a
 * counting sort, each with two bits about its letters, and equal ones end up side by side. */
#include "text/adjacent.h"

#include <math.h>
#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/by_number.h"
#include "base/memory.h"
#include "text/shards.h"
#include "text/text.h"

enum { FEWEST = 3, CHUNK = 1024, NAME = 1, TELLING = 2, BITS = 2 };

/* What is worth looking at grows with the square root of the words: 3 in a small corpus, 10 in one
 * of a million words. */
static uint64_t min_count(uint64_t words)
{
    uint64_t count = (uint64_t)(sqrt((double)words) / 100);
    return count < FEWEST ? FEWEST : count;
}

void tdg_tokens_count(struct tdg_tokens *tokens)
{
    const struct tdg_streams *streams = tokens->streams;
    memset(tokens->frequency, 0, streams->term_count * sizeof *tokens->frequency);
    tokens->words = 0;
    for (size_t at = 0; at < streams->begin[streams->articles]; at++)
        if (streams->term[at] != TDG_BREAK) {
            tokens->frequency[streams->term[at]]++;
            tokens->words++;
        }
    tokens->least = min_count(tokens->words);
}

struct job {
    const struct tdg_tokens *tokens;
    const uint32_t *head;
    size_t words;
    bool *common;  /* [terms] frequent enough to be part of a pair: few bytes, looked at often */
    size_t *begin; /* [heads + 1] */
    uint32_t *raw; /* [begin[heads]] terms << BITS | NAME | TELLING */
    struct tdg_followers *made;
};

static bool is_common(const struct job *job, size_t place)
{
    uint32_t term = job->tokens->streams->term[place];
    return term != TDG_BREAK && job->common[term];
}

/* Whether a head and a tail that both may count begin at `place`. */
static bool is_pair(const struct job *job, size_t place, size_t end)
{
    return place + job->words < end && job->head[place] != TDG_NONE && is_common(job, place) &&
           is_common(job, place + job->words);
}

/* A headline Like This says nothing, and the first word of a sentence has its capital anyway; so
 * the last word decides whether the others are looked at. */
static uint32_t letters_of(const struct job *job, size_t place)
{
    const uint32_t *form = job->tokens->form + place;
    if (form[job->words] & TDG_CASE_UNSURE)
        return 0;
    for (size_t i = 0; i <= job->words; i++)
        if (!job->tokens->capital[form[i] & ~TDG_CASE_UNSURE])
            return TELLING;
    return TELLING | NAME;
}

static void count_heads(const struct job *job)
{
    const struct tdg_streams *streams = job->tokens->streams;
    for (size_t i = 0; i < streams->articles; i++)
        for (size_t at = streams->begin[i]; at < streams->begin[i + 1]; at++)
            if (is_pair(job, at, streams->begin[i + 1]))
                job->begin[job->head[at] + 1]++;
    for (uint32_t h = 0; h < job->made->heads; h++)
        job->begin[h + 1] += job->begin[h];
}

/* Filling moves every begin to the next one; they are moved back afterwards. */
static void fill(const struct job *job)
{
    const struct tdg_streams *streams = job->tokens->streams;
    for (size_t i = 0; i < streams->articles; i++)
        for (size_t at = streams->begin[i]; at < streams->begin[i + 1]; at++)
            if (is_pair(job, at, streams->begin[i + 1]))
                job->raw[job->begin[job->head[at]]++] =
                    streams->term[at + job->words] << BITS | letters_of(job, at);
    memmove(job->begin + 1, job->begin, job->made->heads * sizeof *job->begin);
    job->begin[0] = 0;
}

/* Writes the tails of a head that are frequent enough, where `tail` is given; returns their number.
 */
static size_t gather(const struct job *job, size_t head, struct tdg_tail *tail)
{
    size_t kept = 0;
    for (size_t at = job->begin[head]; at < job->begin[head + 1];) {
        struct tdg_tail next = {.term = job->raw[at] >> BITS};
        for (; at < job->begin[head + 1] && job->raw[at] >> BITS == next.term; at++) {
            next.count++;
            next.telling += (job->raw[at] & TELLING) != 0;
            next.names += (job->raw[at] & NAME) != 0;
        }
        if (next.count < job->tokens->least)
            continue;
        if (tail)
            tail[kept] = next;
        kept++;
    }
    return kept;
}

static int sort_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    for (size_t head = chunk->begin; head < chunk->end; head++) {
        size_t count = job->begin[head + 1] - job->begin[head];
        if (count < job->tokens->least)
            continue;
        qsort(job->raw + job->begin[head], count, sizeof *job->raw, tdg_by_number);
        job->made->begin[head + 1] = gather(job, head, NULL);
    }
    return TDG_OK;
}

static int write_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    const struct tdg_followers *made = job->made;
    for (size_t head = chunk->begin; head < chunk->end; head++)
        if (made->begin[head + 1] > made->begin[head])
            gather(job, head, made->tail + made->begin[head]);
    return TDG_OK;
}

int tdg_followers_build(struct tdg_followers *followers, uint32_t heads, const uint32_t *head,
                        size_t words, const struct tdg_tokens *tokens, struct tdg_workers *workers)
{
    struct tdg_followers made = {.heads = heads};
    struct job job = {.tokens = tokens, .head = head, .words = words, .made = &made};
    int status = TDG_ENOMEM;
    job.common = tdg_alloc(tokens->streams->term_count, sizeof *job.common);
    job.begin = tdg_alloc((size_t)heads + 1, sizeof *job.begin);
    made.begin = tdg_alloc((size_t)heads + 1, sizeof *made.begin);
    if (!job.common || !job.begin || !made.begin)
        goto out;
    for (uint32_t t = 0; t < tokens->streams->term_count; t++)
        job.common[t] = tokens->frequency[t] >= tokens->least;
    count_heads(&job);
    job.raw = tdg_alloc(job.begin[heads], sizeof *job.raw);
    if (!job.raw)
        goto out;
    fill(&job);
    tdg_workers_run(workers, heads, CHUNK, sort_chunk, &job);
    for (uint32_t h = 0; h < heads; h++)
        made.begin[h + 1] += made.begin[h];
    made.tail = tdg_alloc(made.begin[heads], sizeof *made.tail);
    if (!made.tail)
        goto out;
    tdg_workers_run(workers, heads, CHUNK, write_chunk, &job);
    *followers = made;
    made = (struct tdg_followers){0};
    status = TDG_OK;
out:
    free(job.common);
    free(job.begin);
    free(job.raw);
    tdg_followers_done(&made);
    return status;
}

size_t tdg_followers_find(const struct tdg_followers *followers, uint32_t head, uint32_t term)
{
    size_t low = followers->begin[head];
    size_t end = followers->begin[head + 1];
    for (size_t high = end; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (followers->tail[middle].term < term)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && followers->tail[low].term == term ? low : SIZE_MAX;
}

void tdg_followers_done(struct tdg_followers *followers)
{
    free(followers->begin);
    free(followers->tail);
    *followers = (struct tdg_followers){0};
}
