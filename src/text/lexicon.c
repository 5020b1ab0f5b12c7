// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/intern.h"
#include "base/memory.h"
#include "text/surface.h"

enum { CHUNK = 4096 };

static bool make_room(struct tdg_lexicon *lexicon)
{
    size_t needed = (size_t)lexicon->forms.count + 1;
    uint32_t *firm = tdg_grow(lexicon->firm, &lexicon->capacity, needed, sizeof *firm);
    if (!firm)
        return false;
    lexicon->firm = firm;
    uint32_t *weak = tdg_grow(lexicon->weak, &lexicon->weak_capacity, needed, sizeof *weak);
    if (!weak)
        return false;
    lexicon->weak = weak;
    return true;
}

static int add_form(struct tdg_lexicon *lexicon, struct tdg_shard *shard, uint32_t f)
{
    if (!make_room(lexicon))
        return TDG_ENOMEM;
    uint32_t known = lexicon->forms.count;
    uint32_t number = tdg_intern(&lexicon->forms, shard->forms.text[f], shard->forms.length[f]);
    if (number == TDG_NONE)
        return TDG_ENOMEM;
    if (number == known)
        lexicon->firm[number] = lexicon->weak[number] = 0;
    lexicon->firm[number] += shard->form[f].firm;
    lexicon->weak[number] += shard->form[f].weak;
    shard->number[f] = number;
    return TDG_OK;
}

int tdg_lexicon_add(struct tdg_lexicon *lexicon, struct tdg_shard *shard)
{
    shard->number = tdg_alloc(shard->forms.count, sizeof *shard->number);
    int status = shard->number ? TDG_OK : TDG_ENOMEM;
    for (uint32_t f = 0; !status && f < shard->forms.count; f++) {
        shard->number[f] = TDG_NONE;
        if (shard->form[f].term)
            status = add_form(lexicon, shard, f);
    }
    tdg_intern_done(&shard->forms);
    free(shard->form);
    shard->form = NULL;
    return status;
}

struct job {
    struct tdg_lexicon *lexicon;
    const struct tdg_lang_rules *languages;
    size_t language_count;
    const struct tdg_text_options *options;
    struct sb_stemmer **stemmer; /* [workers x languages] */
};

/* Every worker has a stemmer for every language: they keep state. */
static int open_stemmers(struct job *job, unsigned threads)
{
    job->stemmer = tdg_alloc(threads * job->language_count, sizeof(struct sb_stemmer *));
    if (!job->stemmer)
        return TDG_ENOMEM;
    if (!job->options->stem || !job->options->words)
        return TDG_OK;
    for (size_t t = 0; t < job->language_count; t++)
        for (unsigned w = 0; w < threads && job->languages[t].code[0]; w++)
            job->stemmer[w * job->language_count + t] =
                sb_stemmer_new(job->languages[t].code, NULL);
    return TDG_OK;
}

static void close_stemmers(struct job *job, unsigned threads)
{
    for (size_t i = 0; job->stemmer && i < threads * job->language_count; i++)
        sb_stemmer_delete(job->stemmer[i]);
    free(job->stemmer);
}

static int find_terms(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    struct tdg_lexicon *lexicon = job->lexicon;
    struct tdg_arena *arena = &lexicon->arenas[chunk->index];
    for (size_t f = chunk->begin; f < chunk->end; f++) {
        const char *spelling = lexicon->forms.text[f] + 1;
        if (!job->options->words) {
            lexicon->term[f] = lexicon->folded[f] = spelling;
            continue;
        }
        size_t length = lexicon->forms.length[f] - 1;
        size_t rules = (unsigned char)lexicon->forms.text[f][0];
        char text[TDG_TERM_SIZE];
        size_t size = tdg_fold(spelling, length, text);
        lexicon->folded[f] = tdg_arena_copy(arena, text, size);
        size = tdg_term(&job->languages[rules],
                        job->stemmer[chunk->worker * job->language_count + rules], spelling, length,
                        text);
        if (size)
            lexicon->term[f] = tdg_arena_copy(arena, text, size);
        if (!lexicon->folded[f] || !lexicon->term[f])
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

/* head: the first eight bytes as a big-endian number, which decides most comparisons. */
struct named {
    uint64_t head;
    const char *text;
    uint32_t number;
};

static uint64_t head_of(const char *text)
{
    uint64_t head = 0;
    for (int i = 0; i < 8; i++) {
        head = head << 8 | (unsigned char)*text;
        text += *text != '\0';
    }
    return head;
}

static int by_text(const void *left, const void *right)
{
    const struct named *a = left;
    const struct named *b = right;
    if (a->head != b->head)
        return a->head < b->head ? -1 : 1;
    return strcmp(a->text, b->text);
}

/* Numbers the terms in byte order, which is that of strcmp, and keeps their text in the streams. */
static int number_terms(struct tdg_lexicon *lexicon, struct tdg_intern *terms,
                        struct tdg_streams *streams)
{
    int status = TDG_ENOMEM;
    struct named *order = tdg_alloc(terms->count, sizeof *order);
    uint32_t *rank = tdg_alloc(terms->count, sizeof *rank);
    streams->stem = tdg_alloc(terms->count, sizeof *streams->stem);
    streams->surface = tdg_alloc(terms->count, sizeof *streams->surface);
    if (!order || !rank || !streams->stem || !streams->surface)
        goto out;
    for (uint32_t t = 0; t < terms->count; t++)
        order[t] = (struct named){head_of(terms->text[t]), terms->text[t], t};
    qsort(order, terms->count, sizeof *order, by_text);
    for (uint32_t t = 0; t < terms->count; t++) {
        streams->stem[t] = order[t].text;
        rank[order[t].number] = t;
    }
    for (uint32_t f = 0; f < lexicon->forms.count; f++)
        lexicon->term_of[f] = rank[lexicon->term_of[f]];
    streams->term_count = terms->count;
    tdg_arena_adopt(&streams->arena, &terms->arena);
    status = TDG_OK;
out:
    free(order);
    free(rank);
    return status;
}

static int collect_terms(struct tdg_lexicon *lexicon, size_t most, struct tdg_streams *streams,
                         struct tdg_error *error)
{
    struct tdg_intern terms = {0};
    int status = TDG_OK;
    for (uint32_t f = 0; !status && f < lexicon->forms.count; f++) {
        lexicon->term_of[f] = tdg_intern(&terms, lexicon->term[f], strlen(lexicon->term[f]));
        if (lexicon->term_of[f] == TDG_NONE)
            status = tdg_fail_memory(error);
        else if (terms.count > most)
            status = tdg_fail(error, TDG_ELIMIT, "more than %zu different terms", most);
    }
    if (!status && number_terms(lexicon, &terms, streams))
        status = tdg_fail_memory(error);
    tdg_intern_done(&terms);
    return status;
}

int tdg_lexicon_finish(struct tdg_lexicon *lexicon, const struct tdg_lang_rules *languages,
                       size_t language_count, const struct tdg_text_options *options,
                       struct tdg_workers *workers, struct tdg_streams *streams,
                       struct tdg_error *error)
{
    unsigned threads = tdg_workers_count(workers);
    struct job job = {lexicon, languages, language_count, options, NULL};
    size_t forms = lexicon->forms.count;
    lexicon->arena_count = tdg_chunk_count(forms, CHUNK);
    lexicon->arenas = tdg_alloc(lexicon->arena_count, sizeof *lexicon->arenas);
    lexicon->folded = tdg_alloc(forms, sizeof *lexicon->folded);
    lexicon->term = tdg_alloc(forms, sizeof *lexicon->term);
    lexicon->term_of = tdg_alloc(forms, sizeof *lexicon->term_of);
    int status = TDG_ENOMEM;
    if (lexicon->arenas && lexicon->folded && lexicon->term && lexicon->term_of)
        status = open_stemmers(&job, threads);
    if (!status)
        status = tdg_workers_run(workers, forms, CHUNK, find_terms, &job);
    close_stemmers(&job, threads);
    if (status)
        return tdg_fail(error, status, "%s", tdg_status_text(status));
    status = collect_terms(lexicon, options->max_terms, streams, error);
    if (!status && tdg_surfaces_choose(lexicon, streams))
        status = tdg_fail_memory(error);
    return status;
}

void tdg_lexicon_done(struct tdg_lexicon *lexicon)
{
    tdg_intern_done(&lexicon->forms);
    free(lexicon->firm);
    free(lexicon->weak);
    free(lexicon->folded);
    free(lexicon->term);
    free(lexicon->term_of);
    for (size_t a = 0; lexicon->arenas && a < lexicon->arena_count; a++)
        tdg_arena_done(&lexicon->arenas[a]);
    free(lexicon->arenas);
    *lexicon = (struct tdg_lexicon){0};
}
