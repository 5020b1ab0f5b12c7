// SPDX-License-Identifier: GPL-3.0-or-later
/* Collocations: two terms that stand side by side, and three where two of them are such a pair.
 *
 * A phrase is met often enough, is no accident (log-likelihood ratio), and its words keep each
 * other's company (NPMI): "million people" is frequent and no accident, but either word has a
 * hundred other neighbours. Of names, which are written with capitals, less is asked: "Labour" and
 * "Party" are both common, and still a name. */
#include "text/phrases.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "text/adjacent.h"
#include "text/association.h"
#include "text/compound.h"
#include "text/letters.h"
#include "text/phrase_surface.h"
#include "text/tokens.h"

enum { CHUNK = 1024 };

static const double min_npmi_name = 0.18;
static const double min_npmi_triple = 0.42; /* or else "trade war looms" */
static const double names_share = 0.5;      /* of the tellings that show capitals, to be a name */
static const double inside_share =
    0.8; /* "York Times" is no phrase: it stands in "New York Times" */

struct job {
    struct tdg_tokens tokens;
    struct tdg_streams *streams;
    struct tdg_workers *workers;
    struct tdg_followers pairs;   /* heads: terms */
    struct tdg_followers triples; /* heads: indices of pairs */
    uint32_t *pair_at;            /* [places] index of the pair that begins there, or TDG_NONE */
    bool *inside;                 /* [pairs] mostly a part of one triple */
    uint32_t *number_of_pair;     /* [pairs] terms, TDG_NONE for no phrase */
    uint32_t *number_of_triple;   /* [triples] */
};

/* "Baghdad", "al-Maliki", "iPhone" */
static bool has_capital(const char *word, size_t length)
{
    size_t size;
    for (size_t at = 0; at < length; at += size)
        if (tdg_class_at(word, length, at, &size) & TDG_UPPER)
            return true;
    return false;
}

static int prepare(struct job *job)
{
    struct tdg_tokens *tokens = &job->tokens;
    const struct tdg_lexicon *lexicon = tokens->lexicon;
    tokens->capital = tdg_alloc(lexicon->forms.count, sizeof *tokens->capital);
    tokens->frequency = tdg_alloc(job->streams->term_count, sizeof *tokens->frequency);
    job->pair_at = tdg_alloc(job->streams->begin[job->streams->articles], sizeof *job->pair_at);
    if (!tokens->capital || !tokens->frequency || !job->pair_at)
        return TDG_ENOMEM;
    for (uint32_t f = 0; f < lexicon->forms.count; f++)
        tokens->capital[f] = has_capital(lexicon->forms.text[f] + 1, lexicon->forms.length[f] - 1);
    tdg_tokens_count(tokens);
    return TDG_OK;
}

static bool is_name(const struct tdg_tail *tail)
{
    return tail->names > 0 && (double)tail->names > names_share * (double)tail->telling;
}

static bool is_together(const struct tdg_tokens *tokens, uint64_t head, const struct tdg_tail *tail,
                        double min_npmi)
{
    uint64_t second = tokens->frequency[tail->term];
    return tdg_npmi(tail->count, head, second, tokens->words) >= min_npmi &&
           tdg_log_likelihood(tail->count, head, second, tokens->words) >= TDG_MIN_LIKELIHOOD;
}

/* Nothing is a phrase that repeats itself ("blah blah"). */
static bool is_pair(const struct job *job, uint32_t head, const struct tdg_tail *tail)
{
    return tail->term != head && is_together(&job->tokens, job->tokens.frequency[head], tail,
                                             is_name(tail) ? min_npmi_name : TDG_MIN_NPMI);
}

/* A name goes on as a name only: not "Jim Cramer explains". */
static bool is_triple(const struct job *job, uint32_t head, const struct tdg_tail *tail)
{
    const struct tdg_tail *pair = &job->pairs.tail[head];
    return (is_name(tail) || !is_name(pair)) && tail->term != pair->term &&
           is_together(&job->tokens, pair->count, tail,
                       is_name(tail) ? min_npmi_name : min_npmi_triple);
}

/* Keeps the tails that make a phrase with their head. */
static void keep_phrases(const struct job *job, struct tdg_followers *followers,
                         bool (*is_phrase)(const struct job *, uint32_t, const struct tdg_tail *))
{
    size_t kept = 0, begin = 0;
    for (uint32_t head = 0; head < followers->heads; head++) {
        size_t end = followers->begin[head + 1];
        for (; begin < end; begin++)
            if (is_phrase(job, head, &followers->tail[begin]))
                followers->tail[kept++] = followers->tail[begin];
        followers->begin[head + 1] = kept;
    }
}

static int mark_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    const struct tdg_streams *streams = job->streams;
    const uint32_t *term = streams->term;
    for (size_t i = chunk->begin; i < chunk->end; i++)
        for (size_t at = streams->begin[i]; at < streams->begin[i + 1]; at++) {
            job->pair_at[at] = TDG_NONE;
            if (at + 1 >= streams->begin[i + 1] || term[at] == TDG_BREAK ||
                term[at + 1] == TDG_BREAK)
                continue;
            size_t pair = tdg_followers_find(&job->pairs, term[at], term[at + 1]);
            if (pair != SIZE_MAX)
                job->pair_at[at] = (uint32_t)pair;
        }
    return TDG_OK;
}

static int build_pairs(struct job *job)
{
    tdg_followers_done(&job->pairs);
    return tdg_followers_build(&job->pairs, job->streams->term_count, job->streams->term, 1,
                               &job->tokens, job->workers);
}

static int find_pairs(struct job *job, size_t language_count)
{
    bool joined = false;
    int status = build_pairs(job);
    if (!status)
        status = tdg_compounds_join(&job->tokens, &job->pairs, language_count, &joined);
    if (!status && joined) {
        tdg_tokens_count(&job->tokens);
        status = build_pairs(job);
    }
    if (!status) {
        keep_phrases(job, &job->pairs, is_pair);
        tdg_workers_run(job->workers, job->streams->articles, CHUNK, mark_chunk, job);
    }
    return status;
}

/* Three words that nearly always go on with a fourth as a pair are a shard of something longer that
 * has no term: "Prime Minister Nuri". Its other end, "Nuri Kamal al-Maliki", remains. */
static int leave_out_pieces(struct job *job)
{
    const struct tdg_streams *streams = job->streams;
    uint32_t *going_on = tdg_alloc(job->triples.begin[job->triples.heads], sizeof *going_on);
    if (!going_on)
        return TDG_ENOMEM;
    for (size_t i = 0; i < streams->articles; i++)
        for (size_t at = streams->begin[i]; at + 3 < streams->begin[i + 1]; at++) {
            if (job->pair_at[at] == TDG_NONE || job->pair_at[at + 2] == TDG_NONE)
                continue;
            size_t triple =
                tdg_followers_find(&job->triples, job->pair_at[at], streams->term[at + 2]);
            if (triple != SIZE_MAX)
                going_on[triple]++;
        }
    size_t kept = 0, begin = 0;
    for (uint32_t head = 0; head < job->triples.heads; head++) {
        size_t end = job->triples.begin[head + 1];
        for (; begin < end; begin++) {
            const struct tdg_tail *tail = &job->triples.tail[begin];
            if ((double)going_on[begin] < inside_share * (double)tail->count)
                job->triples.tail[kept++] = *tail;
        }
        job->triples.begin[head + 1] = kept;
    }
    free(going_on);
    return TDG_OK;
}

static int find_triples(struct job *job)
{
    uint32_t pairs = (uint32_t)job->pairs.begin[job->pairs.heads];
    int status =
        tdg_followers_build(&job->triples, pairs, job->pair_at, 2, &job->tokens, job->workers);
    if (!status)
        keep_phrases(job, &job->triples, is_triple);
    return status ? status : leave_out_pieces(job);
}

/* The terms of a pair or triple. */
struct parts {
    uint32_t term[3];
    size_t count;
};

static void mark_inside(const struct job *job, const struct parts *parts, size_t part,
                        uint32_t count)
{
    size_t pair = tdg_followers_find(&job->pairs, parts->term[part], parts->term[part + 1]);
    if (pair != SIZE_MAX && (double)count >= inside_share * (double)job->pairs.tail[pair].count)
        job->inside[pair] = true;
}

/* A phrase that has no number yet: where to write it. */
struct phrase {
    const char *stem;
    uint32_t *number;
};

static int add_phrase(const struct job *job, struct phrase *phrase, const struct parts *parts,
                      uint32_t *number)
{
    struct tdg_streams *streams = job->streams;
    size_t length = 0;
    for (size_t i = 0; i < parts->count; i++)
        length += strlen(streams->stem[parts->term[i]]) + 1;
    char *stem = tdg_arena_alloc(&streams->arena, length);
    if (!stem)
        return TDG_ENOMEM;
    *phrase = (struct phrase){stem, number};
    for (size_t i = 0; i < parts->count; i++) {
        length = strlen(streams->stem[parts->term[i]]);
        memcpy(stem, streams->stem[parts->term[i]], length);
        stem[length] = i + 1 < parts->count ? ' ' : '\0';
        stem += length + 1;
    }
    return TDG_OK;
}

static int by_stem(const void *left, const void *right)
{
    return strcmp(((const struct phrase *)left)->stem, ((const struct phrase *)right)->stem);
}

/* Lists triples, marks the pairs that only stand in one of them, and lists the other pairs. Returns
 * the number of phrases, SIZE_MAX when out of memory. */
static size_t list_phrases(const struct job *job, struct phrase *list)
{
    size_t count = 0;
    int status = TDG_OK;
    for (uint32_t head = 0; head < job->streams->term_count; head++)
        for (size_t p = job->pairs.begin[head]; p < job->pairs.begin[head + 1]; p++)
            for (size_t t = job->triples.begin[p]; !status && t < job->triples.begin[p + 1]; t++) {
                const struct tdg_tail *tail = &job->triples.tail[t];
                struct parts parts = {{head, job->pairs.tail[p].term, tail->term}, 3};
                mark_inside(job, &parts, 0, tail->count);
                mark_inside(job, &parts, 1, tail->count);
                status = add_phrase(job, &list[count++], &parts, &job->number_of_triple[t]);
            }
    for (uint32_t head = 0; head < job->streams->term_count; head++)
        for (size_t p = job->pairs.begin[head]; !status && p < job->pairs.begin[head + 1]; p++) {
            struct parts parts = {{head, job->pairs.tail[p].term}, 2};
            job->number_of_pair[p] = TDG_NONE;
            if (!job->inside[p])
                status = add_phrase(job, &list[count++], &parts, &job->number_of_pair[p]);
        }
    return status ? SIZE_MAX : count;
}

/* Numbers the phrases behind the words and adds their stems; surfaces are "" for now. */
static int number_phrases(const struct job *job, struct phrase *list, size_t count)
{
    struct tdg_streams *streams = job->streams;
    if (count >= TDG_NONE - streams->term_count)
        return TDG_ELIMIT;
    size_t terms = streams->term_count + count;
    const char **stem = realloc(streams->stem, (terms + 1) * sizeof *stem);
    if (!stem)
        return TDG_ENOMEM;
    streams->stem = stem;
    const char **surface = realloc(streams->surface, (terms + 1) * sizeof *surface);
    if (!surface)
        return TDG_ENOMEM;
    streams->surface = surface;
    qsort(list, count, sizeof *list, by_stem);
    for (size_t i = 0; i < count; i++) {
        *list[i].number = streams->term_count;
        stem[streams->term_count] = list[i].stem;
        surface[streams->term_count++] = "";
    }
    streams->phrase_count = (uint32_t)count;
    return TDG_OK;
}

static int choose_phrases(struct job *job)
{
    size_t pairs = job->pairs.begin[job->pairs.heads];
    size_t triples = job->triples.begin[job->triples.heads];
    int status = TDG_ENOMEM;
    struct phrase *list = tdg_alloc(pairs + triples, sizeof *list);
    job->inside = tdg_alloc(pairs, sizeof *job->inside);
    job->number_of_pair = tdg_alloc(pairs, sizeof *job->number_of_pair);
    job->number_of_triple = tdg_alloc(triples, sizeof *job->number_of_triple);
    if (list && job->inside && job->number_of_pair && job->number_of_triple) {
        size_t count = list_phrases(job, list);
        status = count == SIZE_MAX ? TDG_ENOMEM : number_phrases(job, list, count);
    }
    free(list);
    return status;
}

/* The phrases of an article, written where `out` is given; returns how many there are. */
static size_t write_phrases(const struct job *job, size_t article, struct tdg_phrase *out)
{
    const struct tdg_streams *streams = job->streams;
    size_t begin = streams->begin[article], end = streams->begin[article + 1], count = 0;
    for (size_t at = begin; at < end; at++) {
        uint32_t pair = job->pair_at[at];
        if (pair == TDG_NONE)
            continue;
        uint32_t place = (uint32_t)(at - begin);
        if (job->number_of_pair[pair] != TDG_NONE) {
            if (out)
                out[count] = (struct tdg_phrase){place, job->number_of_pair[pair]};
            count++;
        }
        if (at + 2 >= end || streams->term[at + 2] == TDG_BREAK)
            continue;
        size_t triple = tdg_followers_find(&job->triples, pair, streams->term[at + 2]);
        if (triple != SIZE_MAX) {
            if (out)
                out[count] = (struct tdg_phrase){place, job->number_of_triple[triple]};
            count++;
        }
    }
    return count;
}

static int count_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    for (size_t i = chunk->begin; i < chunk->end; i++)
        job->streams->phrase_begin[i + 1] = write_phrases(job, i, NULL);
    return TDG_OK;
}

static int write_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    const struct tdg_streams *streams = job->streams;
    for (size_t i = chunk->begin; i < chunk->end; i++)
        write_phrases(job, i, streams->phrase + streams->phrase_begin[i]);
    return TDG_OK;
}

static int add_to_streams(struct job *job)
{
    struct tdg_streams *streams = job->streams;
    streams->phrase_begin = tdg_alloc(streams->articles + 1, sizeof *streams->phrase_begin);
    if (!streams->phrase_begin)
        return TDG_ENOMEM;
    tdg_workers_run(job->workers, streams->articles, CHUNK, count_chunk, job);
    for (size_t i = 0; i < streams->articles; i++)
        streams->phrase_begin[i + 1] += streams->phrase_begin[i];
    streams->phrase = tdg_alloc(streams->phrase_begin[streams->articles], sizeof *streams->phrase);
    if (!streams->phrase)
        return TDG_ENOMEM;
    tdg_workers_run(job->workers, streams->articles, CHUNK, write_chunk, job);
    return tdg_phrase_surfaces(&job->tokens);
}

int tdg_phrases_find(struct tdg_streams *streams, uint32_t *form, const struct tdg_lexicon *lexicon,
                     size_t language_count, struct tdg_workers *workers)
{
    struct job job = {.tokens = {.streams = streams, .lexicon = lexicon, .form = form},
                      .streams = streams,
                      .workers = workers};
    int status = prepare(&job);
    if (!status)
        status = find_pairs(&job, language_count);
    if (!status)
        status = find_triples(&job);
    if (!status)
        status = choose_phrases(&job);
    if (!status && streams->phrase_count)
        status = add_to_streams(&job);
    free(job.tokens.capital);
    free(job.tokens.frequency);
    free(job.pair_at);
    free(job.inside);
    free(job.number_of_pair);
    free(job.number_of_triple);
    tdg_followers_done(&job.pairs);
    tdg_followers_done(&job.triples);
    return status;
}
