// SPDX-License-Identifier: GPL-3.0-or-later
/* The stage as a whole. Pieces hold about as much text each, whatever the articles are like; where
 * they are cut follows from the articles alone. */
#include "text/streams.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/progress.h"
#include "clean/stopwords.h"
#include "text/given.h"
#include "text/lexicon.h"
#include "text/phrases.h"
#include "text/shard.h"
#include "text/shards.h"
#include "text/terms.h"
#include "text/variants.h"

enum {
    /* The larger a shard, the less often the same spelling is judged; the more shards, the better
       they share out among workers. */
    PIECES = 16,
    MIN_BYTES = 1 << 18,
    MAX_BYTES = 1 << 22,
    SLICE = 16, /* shards between two tellings of progress */
    MAX_LANGUAGES = 255,
};

struct job {
    struct tdg_reading reading;
    struct tdg_lang_rules *languages;
    struct tdg_given *given; /* [language_count]; NULL for none */
    size_t language_count;
    uint8_t *language_of;
    struct tdg_shard *shards;
    size_t piece_count;
    size_t first; /* shard of the slice in work */
    struct tdg_lexicon lexicon;
    struct tdg_streams streams;
    uint32_t *form; /* [places] see tdg_tokens; NULL where no phrases are wanted */
};

struct tdg_text_options tdg_text_defaults(void)
{
    return (struct tdg_text_options){
        .stem = true, .stop_words = true, .phrases = true, .words = true, .max_terms = 10000000};
}

bool tdg_has_stop_words(const char *language)
{
    return tdg_stop_words(language) != NULL;
}

void tdg_streams_done(struct tdg_streams *streams)
{
    free(streams->begin);
    free(streams->title_end);
    free(streams->term);
    free(streams->phrase_begin);
    free(streams->phrase);
    free(streams->stem);
    free(streams->surface);
    free(streams->variants.begin);
    free(streams->variants.items);
    free(streams->variants.text);
    free(streams->recurring.items);
    free(streams->recurring.opening);
    free(streams->recurring.closing);
    tdg_arena_done(&streams->arena);
    *streams = (struct tdg_streams){0};
}

/* Number 0 is the unknown language, which also takes those beyond the most we number. */
static int number_tongues(struct job *job)
{
    const struct tdg_articles *articles = job->reading.articles;
    struct tdg_intern codes = {0};
    int status = tdg_intern(&codes, "", 0) == TDG_NONE ? TDG_ENOMEM : TDG_OK;
    for (size_t i = 0; !status && i < articles->count; i++) {
        const char *code = job->reading.options->words ? articles->items[i].language : "";
        uint32_t number = tdg_intern(&codes, code, strlen(code));
        if (number == TDG_NONE)
            status = TDG_ENOMEM;
        job->language_of[i] = (uint8_t)(number < MAX_LANGUAGES ? number : 0);
        if (number >= job->language_count && number < MAX_LANGUAGES && !status) {
            status = tdg_lang_rules_init(&job->languages[number], code);
            job->language_count += !status;
        }
    }
    tdg_intern_done(&codes);
    return status;
}

static int read_given(struct job *job)
{
    const struct tdg_text_options *options = job->reading.options;
    if (!options->lists || !options->lists->count || !options->words)
        return TDG_OK;
    job->given = tdg_alloc(job->language_count, sizeof *job->given);
    int status = job->given ? TDG_OK : TDG_ENOMEM;
    for (size_t t = 0; !status && t < job->language_count; t++) {
        const struct tdg_lang_rules *rules = &job->languages[t];
        struct sb_stemmer *stemmer =
            options->stem && rules->code[0] ? sb_stemmer_new(rules->code, NULL) : NULL;
        status = tdg_given_init(&job->given[t], options->lists, rules, stemmer);
        sb_stemmer_delete(stemmer);
    }
    job->reading.given = job->given;
    return status;
}

/* An article without text has a weight, too. */
static size_t weight_of(const struct tdg_article *article)
{
    return 1 + strlen(article->title) + strlen(article->body);
}

static size_t bytes_of_piece(const struct tdg_articles *articles)
{
    size_t total = 0;
    for (size_t i = 0; i < articles->count; i++)
        total += weight_of(&articles->items[i]);
    size_t bytes = total / PIECES;
    return bytes < MIN_BYTES ? MIN_BYTES : bytes > MAX_BYTES ? MAX_BYTES : bytes;
}

/* Writes the shards where `shards` is not NULL; returns how many there are. */
static size_t cut(const struct tdg_articles *articles, size_t most, struct tdg_shard *shards)
{
    size_t count = 0;
    for (size_t i = 0; i < articles->count; count++) {
        size_t begin = i;
        for (size_t bytes = 0; i < articles->count && bytes < most; i++)
            bytes += weight_of(&articles->items[i]);
        if (shards)
            shards[count] = (struct tdg_shard){.begin = begin, .end = i};
    }
    return count;
}

static int prepare(struct job *job)
{
    size_t count = job->reading.articles->count;
    size_t bytes = bytes_of_piece(job->reading.articles);
    job->piece_count = cut(job->reading.articles, bytes, NULL);
    job->shards = tdg_alloc(job->piece_count, sizeof *job->shards);
    job->languages = tdg_alloc(MAX_LANGUAGES, sizeof *job->languages);
    job->language_of = tdg_alloc(count, sizeof *job->language_of);
    job->streams.begin = tdg_alloc(count + 1, sizeof *job->streams.begin);
    job->streams.title_end = tdg_alloc(count, sizeof *job->streams.title_end);
    if (!job->shards || !job->languages || !job->language_of || !job->streams.begin ||
        !job->streams.title_end)
        return TDG_ENOMEM;
    cut(job->reading.articles, bytes, job->shards);
    job->streams.articles = count;
    job->streams.sorted = job->reading.options->sorted;
    job->reading.languages = job->languages;
    job->reading.language_of = job->language_of;
    job->reading.length = job->streams.begin + 1;
    job->reading.title_length = job->streams.title_end;
    int status = tdg_lang_rules_init(&job->languages[0], "");
    job->language_count = 1;
    if (!status)
        status = number_tongues(job);
    return status ? status : read_given(job);
}

static int read_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    return tdg_shard_read(&job->reading, &job->shards[job->first + chunk->index]);
}

/* Slice by slice, so that only few shards have their forms at the same time. */
static int read_pieces(struct job *job, struct tdg_workers *workers,
                       const struct tdg_monitor *monitor)
{
    int status = tdg_progress(monitor, "text", 0, job->streams.articles);
    for (job->first = 0; !status && job->first < job->piece_count; job->first += SLICE) {
        size_t left = job->piece_count - job->first;
        size_t items = left < SLICE ? left : SLICE;
        status = tdg_workers_run(workers, items, 1, read_chunk, job);
        for (size_t p = job->first; !status && p < job->first + items; p++)
            status = tdg_lexicon_add(&job->lexicon, &job->shards[p]);
        if (!status)
            status = tdg_progress(monitor, "text", job->shards[job->first + items - 1].end,
                                  job->streams.articles);
    }
    return status;
}

static bool wants_phrases(const struct job *job)
{
    return job->reading.options->words && job->reading.options->phrases;
}

/* From lengths to places. */
static int place(struct job *job)
{
    struct tdg_streams *streams = &job->streams;
    for (size_t i = 0; i < streams->articles; i++) {
        streams->title_end[i] += streams->begin[i];
        streams->begin[i + 1] += streams->begin[i];
    }
    size_t places = streams->begin[streams->articles];
    streams->term = tdg_alloc(places, sizeof *streams->term);
    if (wants_phrases(job))
        job->form = tdg_alloc(places, sizeof *job->form);
    return streams->term && (job->form || !wants_phrases(job)) ? TDG_OK : TDG_ENOMEM;
}

/* Forms of the shard → forms of the lexicon → terms. */
static int write_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    struct tdg_shard *shard = &job->shards[chunk->index];
    size_t begin = job->streams.begin[shard->begin];
    for (size_t i = 0; i < shard->token_count; i++) {
        uint32_t token = shard->token[i];
        uint32_t form = token == TDG_BREAK ? TDG_NONE : shard->number[token & ~TDG_CASE_UNSURE];
        job->streams.term[begin + i] = form == TDG_NONE ? TDG_BREAK : job->lexicon.term_of[form];
        if (job->form)
            job->form[begin + i] = form == TDG_NONE ? TDG_BREAK : form | (token & TDG_CASE_UNSURE);
    }
    tdg_shard_done(shard);
    return TDG_OK;
}

static void finish(struct job *job)
{
    for (size_t p = 0; job->shards && p < job->piece_count; p++)
        tdg_shard_done(&job->shards[p]);
    for (size_t t = 0; t < job->language_count; t++)
        tdg_lang_rules_done(&job->languages[t]);
    for (size_t t = 0; job->given && t < job->language_count; t++)
        tdg_given_done(&job->given[t]);
    tdg_lexicon_done(&job->lexicon);
    tdg_streams_done(&job->streams);
    free(job->shards);
    free(job->languages);
    free(job->given);
    free(job->language_of);
    free(job->form);
}

int tdg_streams_build(struct tdg_streams *streams, const struct tdg_articles *articles,
                      const struct tdg_text_options *options, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct job job = {.reading = {.articles = articles, .options = options}};
    int status = prepare(&job);
    if (!status)
        status = read_pieces(&job, workers, monitor);
    if (!status)
        status = place(&job);
    if (status) {
        tdg_fail(error, status, "%s", tdg_status_text(status));
        goto out;
    }
    status = tdg_lexicon_finish(&job.lexicon, job.languages, job.language_count, options, workers,
                                &job.streams, error);
    if (status)
        goto out;
    tdg_workers_run(workers, job.piece_count, 1, write_chunk, &job);
    if (job.form)
        status =
            tdg_phrases_find(&job.streams, job.form, &job.lexicon, job.language_count, workers);
    if (!status && job.form)
        status = tdg_variants_find(&job.streams, job.form, &job.lexicon);
    if (status) {
        tdg_fail(error, status, "%s", tdg_status_text(status));
        goto out;
    }
    *streams = job.streams;
    streams->lists = options->lists;
    job.streams = (struct tdg_streams){0};
out:
    finish(&job);
    return status;
}
