// SPDX-License-Identifier: GPL-3.0-or-later
/* The stage as a whole: texts, then what articles have in common, then languages. */
#include "clean/clean.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/progress.h"
#include "base/span.h"
#include "clean/boilerplate.h"
#include "clean/codes.h"
#include "clean/furniture.h"
#include "clean/language.h"
#include "clean/plain.h"

/* A slice is what is done between two tellings of progress. */
enum { CHUNK = TDG_NOTED, SLICE = 64 * CHUNK };

/* What one chunk makes. */
struct piece {
    struct tdg_arena facts;
    struct tdg_arena bodies;
    struct tdg_keys uses;
};

struct job {
    struct tdg_articles *articles;
    struct piece *pieces;
    size_t piece_count;
    size_t *noted;                     /* [articles] keys in the uses of their piece */
    size_t first;                      /* article of the slice in work */
    uint32_t *source_of;               /* [articles] 0: unknown */
    uint32_t sources;                  /* the unknown one included */
    uint32_t *articles_of;             /* [sources] articles with a body */
    struct tdg_clean_scratch *scratch; /* [workers] */
};

static struct tdg_span span_of(const char *text)
{
    return (struct tdg_span){text, strlen(text)};
}

static int clean_title(struct tdg_clean_scratch *scratch, struct tdg_arena *facts,
                       const char **title)
{
    struct tdg_span old = span_of(*title);
    struct tdg_span new;
    int status = tdg_plain(scratch, old, true, &new);
    if (status)
        return status;
    if (new.length == old.length && memcmp(new.text, old.text, old.length) == 0)
        return TDG_OK; /* as most are: no second copy */
    const char *copy = tdg_arena_copy(facts, new.text, new.length);
    if (!copy)
        return TDG_ENOMEM;
    *title = copy;
    return TDG_OK;
}

static int clean_body(struct tdg_clean_scratch *scratch, struct piece *piece, const char **body)
{
    if (!(*body)[0]) {
        *body = "";
        return TDG_OK;
    }
    struct tdg_span plain;
    int status = tdg_plain(scratch, span_of(*body), false, &plain);
    if (!status)
        status = tdg_boilerplate_strip(scratch, scratch->plain.bytes, &plain.length);
    if (!status)
        status = tdg_furniture_note(scratch, plain, &piece->uses);
    const char *copy = status ? NULL : tdg_arena_copy(&piece->bodies, plain.text, plain.length);
    if (!copy)
        return TDG_ENOMEM;
    *body = copy;
    return TDG_OK;
}

static int clean_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    struct tdg_clean_scratch *scratch = &job->scratch[chunk->worker];
    struct piece *piece = &job->pieces[job->first / CHUNK + chunk->index];
    int status = TDG_OK;
    for (size_t i = job->first + chunk->begin; !status && i < job->first + chunk->end; i++) {
        struct tdg_article *article = &job->articles->items[i];
        size_t before = piece->uses.count;
        status = clean_title(scratch, &piece->facts, &article->title);
        if (!status)
            status = clean_body(scratch, piece, &article->body);
        job->noted[i] = piece->uses.count - before;
    }
    return status;
}

static int number_sources(struct job *job)
{
    struct tdg_intern names = {0};
    int status = tdg_intern(&names, "", 0) == TDG_NONE ? TDG_ENOMEM : TDG_OK;
    for (size_t i = 0; !status && i < job->articles->count; i++) {
        const char *source = job->articles->items[i].source;
        job->source_of[i] = tdg_intern(&names, source, strlen(source));
        if (job->source_of[i] == TDG_NONE)
            status = TDG_ENOMEM;
    }
    job->sources = names.count;
    job->articles_of = tdg_alloc(names.count, sizeof *job->articles_of);
    if (!job->articles_of)
        status = TDG_ENOMEM;
    for (size_t i = 0; !status && i < job->articles->count; i++)
        job->articles_of[job->source_of[i]] += job->articles->items[i].body[0] != '\0';
    tdg_intern_done(&names);
    return status;
}

static int clean_texts(struct job *job, struct tdg_workers *workers,
                       const struct tdg_monitor *monitor)
{
    size_t count = job->articles->count;
    int status = tdg_progress(monitor, "clean", 0, count);
    for (job->first = 0; !status && job->first < count; job->first += SLICE) {
        size_t items = count - job->first < SLICE ? count - job->first : SLICE;
        status = tdg_workers_run(workers, items, CHUNK, clean_chunk, job);
        if (!status)
            status = tdg_progress(monitor, "clean", job->first + items, count);
    }
    return status;
}

static int strip_furniture(struct job *job, size_t changing, struct tdg_workers *workers)
{
    struct tdg_keys *uses = tdg_alloc(job->piece_count, sizeof *uses);
    if (!uses)
        return TDG_ENOMEM;
    for (size_t p = 0; p < job->piece_count; p++)
        uses[p] = job->pieces[p].uses;
    const struct tdg_sources sources = {job->source_of, job->articles_of};
    int status = tdg_furniture_strip(job->articles, changing, &sources, uses, job->noted, workers);
    free(uses);
    return status;
}

static int note_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    struct tdg_keys *uses = &job->pieces[chunk->index].uses;
    int status = TDG_OK;
    for (size_t i = chunk->begin; !status && i < chunk->end; i++) {
        size_t before = uses->count;
        status = tdg_furniture_note(&job->scratch[chunk->worker],
                                    span_of(job->articles->items[i].body), uses);
        job->noted[i] = uses->count - before;
    }
    return status;
}

/* Hands what the pieces hold to the articles; the old bodies go where the new ones are complete. */
static void finish(struct job *job, unsigned threads, bool complete)
{
    if (complete)
        tdg_arena_done(&job->articles->bodies);
    for (size_t p = 0; job->pieces && p < job->piece_count; p++) {
        tdg_arena_adopt(&job->articles->facts, &job->pieces[p].facts);
        tdg_arena_adopt(&job->articles->bodies, &job->pieces[p].bodies);
        free(job->pieces[p].uses.items);
    }
    for (unsigned w = 0; job->scratch && w < threads; w++)
        tdg_clean_scratch_done(&job->scratch[w]);
    free(job->scratch);
    free(job->pieces);
    free(job->noted);
    free(job->source_of);
    free(job->articles_of);
}

static int open_job(struct job *job, struct tdg_articles *articles, unsigned threads)
{
    size_t pieces = tdg_chunk_count(articles->count, CHUNK);
    *job = (struct job){
        .articles = articles,
        .piece_count = pieces,
        .pieces = tdg_alloc(pieces, sizeof *job->pieces),
        .noted = tdg_alloc(articles->count, sizeof *job->noted),
        .source_of = tdg_alloc(articles->count, sizeof *job->source_of),
        .scratch = tdg_alloc(threads, sizeof *job->scratch),
    };
    bool made = job->pieces && job->noted && job->source_of && job->scratch;
    return made ? number_sources(job) : TDG_ENOMEM;
}

int tdg_clean_among(struct tdg_articles *articles, size_t changing, struct tdg_workers *workers,
                    struct tdg_error *error)
{
    unsigned threads = tdg_workers_count(workers);
    struct job job;
    int status = open_job(&job, articles, threads);
    if (!status)
        status = tdg_workers_run(workers, articles->count, CHUNK, note_chunk, &job);
    if (!status)
        status = strip_furniture(&job, changing, workers);
    finish(&job, threads, false);
    return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
}

static int check_language(const char *language, struct tdg_error *error)
{
    if (strcmp(language, "auto") == 0 || strcmp(language, "none") == 0 ||
        tdg_language_code(language)[0])
        return TDG_OK;
    return tdg_fail(error, TDG_EINVAL,
                    "unknown language \"%s\"; use \"auto\", \"none\" or a code such as \"en\"",
                    language);
}

int tdg_clean(struct tdg_articles *articles, const struct tdg_clean_options *options,
              struct tdg_workers *workers, const struct tdg_monitor *monitor,
              struct tdg_error *error)
{
    int status = check_language(options->language, error);
    if (status)
        return status;
    unsigned threads = tdg_workers_count(workers);
    struct job job;
    status = open_job(&job, articles, threads);
    if (!status)
        status = clean_texts(&job, workers, monitor);
    bool complete = !status;
    if (!status)
        status = strip_furniture(&job, articles->count, workers);
    if (status)
        tdg_fail(error, status, "%s", tdg_status_text(status));
    else
        status = tdg_languages_set(articles, options->language, job.source_of, job.sources, workers,
                                   monitor, error);
    finish(&job, threads, complete);
    return status;
}
