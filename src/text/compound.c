// SPDX-License-Identifier: GPL-3.0-or-later
/* "cyber security" and "cybersecurity" are one word that people write in two ways. A pair that
 * belongs together and whose words, written as one, are a term already becomes that term; but not
 * because of a few misspellings ("primeminister"): the closed way must be common, too. The term is
 * shown in its more frequent way. */
#include "text/compound.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/intern.h"
#include "base/memory.h"
#include "text/association.h"
#include "text/shards.h"
#include "text/spelling.h"
#include "text/terms.h"
#include "text/text.h"
#include "text/words.h"

enum {
    MIN_CLOSED = 3,
    OPEN_TO_CLOSED = 5, /* the open way at most so many times as frequent */
    SHORTEST_PART = 3   /* bytes: "a part" is not "apart" */
};

struct job {
    struct tdg_tokens *tokens;
    const struct tdg_followers *pairs;
    uint32_t *closed; /* [pairs] form to be written instead, TDG_NONE for none */
};

/* The form that is the two words written as one: "Megaupload", or else "cybersecurity". */
static uint32_t find_closed(const struct tdg_lexicon *lexicon, size_t languages, const char *first,
                            const char *second)
{
    char key[1 + 2 * TDG_TERM_SIZE];
    size_t first_length = strlen(first), second_length = strlen(second);
    if (first_length < SHORTEST_PART || second_length < SHORTEST_PART ||
        first_length + second_length > TDG_LONGEST_WORD)
        return TDG_NONE;
    char folded[TDG_TERM_SIZE];
    size_t tail = tdg_fold(second, second_length, folded);
    for (size_t t = 0; t < 2 * languages; t++) {
        size_t head = t % 2 ? tdg_fold(first, first_length, key + 1) : first_length;
        key[0] = (char)(t / 2);
        if (t % 2 == 0)
            memcpy(key + 1, first, first_length + 1);
        memcpy(key + 1 + head, folded, tail);
        uint32_t form = tdg_intern_find(&lexicon->forms, key, 1 + head + tail);
        if (form != TDG_NONE)
            return form;
    }
    return TDG_NONE;
}

static bool is_compound(const struct tdg_tokens *tokens, uint32_t head, const struct tdg_tail *tail,
                        uint32_t closed)
{
    uint64_t first = tokens->frequency[head], second = tokens->frequency[tail->term];
    uint64_t whole = tokens->frequency[closed];
    return closed != head && closed != tail->term && whole >= MIN_CLOSED &&
           whole * OPEN_TO_CLOSED >= tail->count &&
           tdg_npmi(tail->count, first, second, tokens->words) >= TDG_MIN_NPMI &&
           tdg_log_likelihood(tail->count, first, second, tokens->words) >= TDG_MIN_LIKELIHOOD;
}

/* Shows a term as two words where that is how most write it. */
static int choose_surface(struct tdg_streams *streams, uint32_t term, uint32_t first,
                          uint32_t second)
{
    size_t head = strlen(streams->surface[first]), tail = strlen(streams->surface[second]);
    char *surface = tdg_arena_alloc(&streams->arena, head + tail + 2);
    if (!surface)
        return TDG_ENOMEM;
    memcpy(surface, streams->surface[first], head);
    if (*tdg_word_gap(streams->surface[first], streams->surface[second]))
        surface[head++] = ' ';
    memcpy(surface + head, streams->surface[second], tail + 1);
    streams->surface[term] = surface;
    return TDG_OK;
}

/* Surfaces stay as they are until all pairs are judged, for a later pair may need them. */
static int find_compounds(const struct job *job, size_t languages, bool *any)
{
    const struct tdg_lexicon *lexicon = job->tokens->lexicon;
    struct tdg_streams *streams = job->tokens->streams;
    for (uint32_t head = 0; head < job->pairs->heads; head++)
        for (size_t at = job->pairs->begin[head]; at < job->pairs->begin[head + 1]; at++) {
            const struct tdg_tail *tail = &job->pairs->tail[at];
            uint32_t form = find_closed(lexicon, languages, streams->surface[head],
                                        streams->surface[tail->term]);
            bool is =
                form != TDG_NONE && is_compound(job->tokens, head, tail, lexicon->term_of[form]);
            job->closed[at] = is ? form : TDG_NONE;
            *any = *any || is;
        }
    int status = TDG_OK;
    for (uint32_t head = 0; !status && head < job->pairs->heads; head++)
        for (size_t at = job->pairs->begin[head]; at < job->pairs->begin[head + 1]; at++) {
            const struct tdg_tail *tail = &job->pairs->tail[at];
            uint32_t term =
                job->closed[at] == TDG_NONE ? TDG_NONE : lexicon->term_of[job->closed[at]];
            if (!status && term != TDG_NONE && tail->count > job->tokens->frequency[term])
                status = choose_surface(streams, term, head, tail->term);
        }
    return status;
}

/* The form of the compound that begins at `at`, TDG_NONE for none. */
static uint32_t compound_at(const struct job *job, size_t at, size_t end)
{
    const uint32_t *term = job->tokens->streams->term;
    if (at + 1 >= end || term[at] == TDG_BREAK || term[at + 1] == TDG_BREAK)
        return TDG_NONE;
    size_t pair = tdg_followers_find(job->pairs, term[at], term[at + 1]);
    return pair == SIZE_MAX ? TDG_NONE : job->closed[pair];
}

/* Writes one article again, from its place `out` on, which is not behind where it stands. Returns
 * where it ends. */
static size_t rewrite(const struct job *job, size_t begin, size_t end, size_t *title_end,
                      size_t out)
{
    struct tdg_streams *streams = job->tokens->streams;
    uint32_t *form = job->tokens->form;
    size_t title = *title_end;
    for (size_t at = begin; at < end; at++) {
        if (at == title)
            *title_end = out;
        uint32_t closed = compound_at(job, at, end);
        streams->term[out] =
            closed == TDG_NONE ? streams->term[at] : job->tokens->lexicon->term_of[closed];
        form[out] = closed == TDG_NONE ? form[at] : closed;
        at += closed != TDG_NONE;
        out++;
    }
    if (title == end)
        *title_end = out;
    return out;
}

static void rewrite_all(const struct job *job)
{
    struct tdg_streams *streams = job->tokens->streams;
    size_t out = 0, begin = 0;
    for (size_t i = 0; i < streams->articles; i++) {
        size_t end = streams->begin[i + 1];
        out = rewrite(job, begin, end, &streams->title_end[i], out);
        streams->begin[i + 1] = out;
        begin = end;
    }
}

int tdg_compounds_join(struct tdg_tokens *tokens, const struct tdg_followers *pairs,
                       size_t language_count, bool *joined)
{
    struct job job = {tokens, pairs, NULL};
    job.closed = tdg_alloc(pairs->begin[pairs->heads], sizeof *job.closed);
    bool any = false;
    int status = job.closed ? find_compounds(&job, language_count, &any) : TDG_ENOMEM;
    if (!status && any)
        rewrite_all(&job);
    if (!status)
        *joined = any;
    free(job.closed);
    return status;
}
