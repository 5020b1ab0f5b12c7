// SPDX-License-Identifier: GPL-3.0-or-later
/* How people write a phrase: the words and the letters of its most frequent spelling, by the same
 * rule as for single words (surface.c). */
#include "text/phrase_surface.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/intern.h"
#include "base/memory.h"
#include "text/shards.h"
#include "text/spelling.h"
#include "text/surface.h"
#include "text/text.h"

/* A way to write a phrase, as a key of the set of ways: its term and the forms of its words. */
struct way {
    uint32_t term;
    uint32_t form[3]; /* TDG_NONE for no third one */
};

struct job {
    const struct tdg_tokens *tokens;
    struct tdg_intern ways;
    struct tdg_spelling *spelling; /* [ways.count] */
    size_t capacity;
    struct tdg_arena arena; /* their text */
};

static size_t words_of(const char *stem)
{
    size_t words = 1;
    for (; *stem; stem++)
        words += *stem == ' ';
    return words;
}

/* part(form) of all forms, with what stands between words. */
static const char *join(struct job *job, const struct way *way, bool folded)
{
    const struct tdg_lexicon *lexicon = job->tokens->lexicon;
    const char *part[3];
    size_t length = 0, words = 0;
    for (; words < 3 && way->form[words] != TDG_NONE; words++) {
        uint32_t form = way->form[words];
        part[words] = folded ? lexicon->folded[form] : lexicon->forms.text[form] + 1;
        length += strlen(part[words]) + 1;
    }
    char *text = tdg_arena_alloc(&job->arena, length);
    char *end = text;
    for (size_t i = 0; text && i < words; i++) {
        size_t size = strlen(part[i]);
        memcpy(end, part[i], size);
        end += size;
        if (i + 1 < words && *tdg_word_gap(part[i], part[i + 1]))
            *end++ = ' ';
        *end = '\0';
    }
    return text;
}

static int count_way(struct job *job, const struct way *way, bool firm)
{
    uint32_t known = job->ways.count;
    uint32_t number = tdg_intern(&job->ways, (const char *)way, sizeof *way);
    if (number == TDG_NONE)
        return TDG_ENOMEM;
    if (number == known) {
        struct tdg_spelling *grown =
            tdg_grow(job->spelling, &job->capacity, (size_t)number + 1, sizeof *grown);
        if (!grown)
            return TDG_ENOMEM;
        job->spelling = grown;
        grown[number] =
            (struct tdg_spelling){.folded = join(job, way, true), .text = join(job, way, false)};
        if (!grown[number].folded || !grown[number].text)
            return TDG_ENOMEM;
    }
    job->spelling[number].count++;
    job->spelling[number].weight += firm ? TDG_FIRM_WEIGHT : 1;
    return TDG_OK;
}

static int count_phrase(struct job *job, size_t article, const struct tdg_phrase *phrase)
{
    const struct tdg_streams *streams = job->tokens->streams;
    const uint32_t *form = job->tokens->form + streams->begin[article] + phrase->at;
    struct way way = {phrase->term, {TDG_NONE, TDG_NONE, TDG_NONE}};
    bool firm = true;
    for (size_t i = 0; i < words_of(streams->stem[phrase->term]); i++) {
        way.form[i] = form[i] & ~TDG_CASE_UNSURE;
        firm = firm && !(form[i] & TDG_CASE_UNSURE);
    }
    return count_way(job, &way, firm);
}

static int count_all(struct job *job)
{
    const struct tdg_streams *streams = job->tokens->streams;
    for (size_t i = 0; i < streams->articles; i++)
        for (size_t p = streams->phrase_begin[i]; p < streams->phrase_begin[i + 1]; p++)
            if (count_phrase(job, i, &streams->phrase[p]))
                return TDG_ENOMEM;
    return TDG_OK;
}

static uint32_t term_of(const struct job *job, uint32_t way)
{
    struct way key;
    memcpy(&key, job->ways.text[way], sizeof key);
    return key.term;
}

/* The ways of every phrase side by side (a counting sort), and the best of each. begin: [phrases +
 * 1], zeroed. */
static int choose(struct job *job, size_t *begin, struct tdg_spelling *sorted)
{
    struct tdg_streams *streams = job->tokens->streams;
    uint32_t first = streams->term_count - streams->phrase_count;
    for (uint32_t w = 0; w < job->ways.count; w++)
        begin[term_of(job, w) - first + 1]++;
    for (uint32_t p = 0; p < streams->phrase_count; p++)
        begin[p + 1] += begin[p];
    for (uint32_t w = 0; w < job->ways.count; w++)
        sorted[begin[term_of(job, w) - first]++] = job->spelling[w];
    /* Every begin has moved to the end of its phrase. */
    for (uint32_t p = 0; p < streams->phrase_count; p++) {
        size_t from = p ? begin[p - 1] : 0;
        const char *best = tdg_best_spelling(sorted + from, begin[p] - from);
        streams->surface[first + p] = tdg_arena_string(&streams->arena, best);
        if (!streams->surface[first + p])
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

int tdg_phrase_surfaces(const struct tdg_tokens *tokens)
{
    struct job job = {.tokens = tokens};
    size_t *begin = NULL;
    struct tdg_spelling *sorted = NULL;
    int status = count_all(&job);
    if (status)
        goto out;
    status = TDG_ENOMEM;
    begin = tdg_alloc((size_t)tokens->streams->phrase_count + 1, sizeof *begin);
    sorted = tdg_alloc(job.ways.count, sizeof *sorted);
    if (begin && sorted)
        status = choose(&job, begin, sorted);
out:
    free(begin);
    free(sorted);
    free(job.spelling);
    tdg_intern_done(&job.ways);
    tdg_arena_done(&job.arena);
    return status;
}
