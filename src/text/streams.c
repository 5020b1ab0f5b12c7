// SPDX-License-Identifier: GPL-3.0-or-later
/* The stage as a whole. Pieces hold about as much text each, whatever the articles are like; where
 * they are cut follows from the articles alone. */
#include "text/streams.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/progress.h"
#include "base/workers.h"
#include "clean/stopwords.h"
#include "input/input.h"
#include "text/lexicon.h"
#include "text/phrases.h"
#include "text/piece.h"
#include "text/pieces.h"
#include "text/terms.h"
#include "text/text.h"
#include "text/variants.h"

enum {
    /* The larger a piece, the less often the same spelling is judged; the more pieces, the better
       they share out among workers. */
    PIECES = 16,
    LEAST_BYTES = 1 << 18,
    MOST_BYTES = 1 << 22,
    SLICE = 16, /* pieces between two tellings of progress */
    MOST_TONGUES = 255,
};

struct job {
    struct tdg_reading reading;
    struct tdg_tongue *tongues;
    size_t tongue_count;
    uint8_t *tongue_of;
    struct tdg_piece *pieces;
    size_t piece_count;
    size_t first; /* piece of the slice in work */
    struct tdg_lexicon lexicon;
    struct tdg_streams streams;
    uint32_t *form; /* [places] see tdg_tokens; NULL where no phrases are wanted */
};

struct tdg_text_options tdg_text_defaults(void)
{
    return (struct tdg_text_options){
        .stem = true, .stop_words = true, .phrases = true, .words = true, .most_terms = 10000000};
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
    free(streams->rubrics.items);
    free(streams->rubrics.opening);
    free(streams->rubrics.closing);
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
        job->tongue_of[i] = (uint8_t)(number < MOST_TONGUES ? number : 0);
        if (number >= job->tongue_count && number < MOST_TONGUES && !status) {
            status = tdg_tongue_init(&job->tongues[number], code);
            job->tongue_count += !status;
        }
    }
    tdg_intern_done(&codes);
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
    return bytes < LEAST_BYTES ? LEAST_BYTES : bytes > MOST_BYTES ? MOST_BYTES : bytes;
}

/* Writes the pieces where `pieces` is not NULL; returns how many there are. */
static size_t cut(const struct tdg_articles *articles, size_t most, struct tdg_piece *pieces)
{
    size_t count = 0;
    for (size_t i = 0; i < articles->count; count++) {
        size_t begin = i;
        for (size_t bytes = 0; i < articles->count && bytes < most; i++)
            bytes += weight_of(&articles->items[i]);
        if (pieces)
            pieces[count] = (struct tdg_piece){.begin = begin, .end = i};
    }
    return count;
}

static int prepare(struct job *job)
{
    size_t count = job->reading.articles->count;
    size_t bytes = bytes_of_piece(job->reading.articles);
    job->piece_count = cut(job->reading.articles, bytes, NULL);
    job->pieces = tdg_alloc(job->piece_count, sizeof *job->pieces);
    job->tongues = tdg_alloc(MOST_TONGUES, sizeof *job->tongues);
    job->tongue_of = tdg_alloc(count, sizeof *job->tongue_of);
    job->streams.begin = tdg_alloc(count + 1, sizeof *job->streams.begin);
    job->streams.title_end = tdg_alloc(count, sizeof *job->streams.title_end);
    if (!job->pieces || !job->tongues || !job->tongue_of || !job->streams.begin ||
        !job->streams.title_end)
        return TDG_ENOMEM;
    cut(job->reading.articles, bytes, job->pieces);
    job->streams.articles = count;
    job->streams.sorted = job->reading.options->sorted;
    job->reading.tongues = job->tongues;
    job->reading.tongue_of = job->tongue_of;
    job->reading.length = job->streams.begin + 1;
    job->reading.title_length = job->streams.title_end;
    int status = tdg_tongue_init(&job->tongues[0], "");
    job->tongue_count = 1;
    return status ? status : number_tongues(job);
}

static int read_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    return tdg_piece_read(&job->reading, &job->pieces[job->first + chunk->index]);
}

/* Slice by slice, so that only few pieces have their forms at the same time. */
static int read_pieces(struct job *job, struct tdg_workers *workers,
                       const struct tdg_monitor *monitor)
{
    int status = tdg_progress(monitor, "text", 0, job->streams.articles);
    for (job->first = 0; !status && job->first < job->piece_count; job->first += SLICE) {
        size_t left = job->piece_count - job->first;
        size_t items = left < SLICE ? left : SLICE;
        status = tdg_workers_run(workers, items, 1, read_chunk, job);
        for (size_t p = job->first; !status && p < job->first + items; p++)
            status = tdg_lexicon_add(&job->lexicon, &job->pieces[p]);
        if (!status)
            status = tdg_progress(monitor, "text", job->pieces[job->first + items - 1].end,
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

/* Forms of the piece → forms of the lexicon → terms. */
static int write_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    struct tdg_piece *piece = &job->pieces[chunk->index];
    size_t begin = job->streams.begin[piece->begin];
    for (size_t i = 0; i < piece->token_count; i++) {
        uint32_t token = piece->token[i];
        uint32_t form = token == TDG_BREAK ? TDG_NONE : piece->number[token & ~TDG_CASE_UNSURE];
        job->streams.term[begin + i] = form == TDG_NONE ? TDG_BREAK : job->lexicon.term_of[form];
        if (job->form)
            job->form[begin + i] = form == TDG_NONE ? TDG_BREAK : form | (token & TDG_CASE_UNSURE);
    }
    tdg_piece_done(piece);
    return TDG_OK;
}

static void finish(struct job *job)
{
    for (size_t p = 0; job->pieces && p < job->piece_count; p++)
        tdg_piece_done(&job->pieces[p]);
    for (size_t t = 0; t < job->tongue_count; t++)
        tdg_tongue_done(&job->tongues[t]);
    tdg_lexicon_done(&job->lexicon);
    tdg_streams_done(&job->streams);
    free(job->pieces);
    free(job->tongues);
    free(job->tongue_of);
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
    status = tdg_lexicon_finish(&job.lexicon, job.tongues, job.tongue_count, options, workers,
                                &job.streams, error);
    if (status)
        goto out;
    tdg_workers_run(workers, job.piece_count, 1, write_chunk, &job);
    if (job.form)
        status = tdg_phrases_find(&job.streams, job.form, &job.lexicon, job.tongue_count, workers);
    if (!status && job.form)
        status = tdg_variants_find(&job.streams, job.form, &job.lexicon);
    if (status) {
        tdg_fail(error, status, "%s", tdg_status_text(status));
        goto out;
    }
    *streams = job.streams;
    job.streams = (struct tdg_streams){0};
out:
    finish(&job);
    return status;
}
