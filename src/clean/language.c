// SPDX-License-Identifier: GPL-3.0-or-later
/* In this order: what the article says; a clear majority of stop words; libexttextcat for longer
 * texts; and for the rest the usual language of the source, or of the corpus. */
#include "clean/language.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "clean/codes.h"
#include "clean/textcat.h"
#include "clean/vote.h"

enum { CHUNK = 512, TEXTCAT_WORDS = 30, TEXTCAT_SHARE = 50 };

struct job {
    struct tdg_articles *articles;
    struct tdg_voters voters;
    void **textcat;       /* [workers] opened when it is first needed */
    bool *textcat_failed; /* [workers] */
    const uint32_t *source_of;
    const char **usual; /* [sources] */
    const char **rival; /* [articles] of what libexttextcat guessed, "" for none; NULL: no guess */
};

static const char *ask_textcat(struct job *job, unsigned worker, const struct tdg_article *article)
{
    if (!job->textcat[worker] && !job->textcat_failed[worker]) {
        job->textcat[worker] = tdg_textcat_open();
        job->textcat_failed[worker] = !job->textcat[worker];
    }
    const char *text = article->body[0] ? article->body : article->title;
    return job->textcat[worker] ? tdg_textcat_judge(job->textcat[worker], text, strlen(text)) : "";
}

static int decide_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        struct tdg_article *article = &job->articles->items[i];
        article->language = tdg_language_code(article->language);
        if (article->language[0])
            continue;
        struct tdg_vote vote = {0};
        tdg_vote_count(&job->voters, article->title, article->body, &vote);
        article->language = tdg_vote_winner(&vote);
        if (!article->language[0] && vote.words >= TEXTCAT_WORDS) {
            article->language = ask_textcat(job, chunk->worker, article);
            if (article->language[0])
                job->rival[i] = tdg_vote_rival(&vote, article->language);
        }
    }
    return TDG_OK;
}

static int lean_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        struct tdg_article *article = &job->articles->items[i];
        if (article->language[0])
            continue;
        struct tdg_vote vote = {0};
        tdg_vote_count(&job->voters, article->title, article->body, &vote);
        if (vote.letters)
            article->language = tdg_vote_lean(&vote, job->usual[job->source_of[i]]);
    }
    return TDG_OK;
}

/* Articles of one source in one language. */
struct tally {
    uint32_t source;
    const char *language;
    size_t articles;
};

/* By source; in a source the most articles first, then by code. */
static int by_rank(const void *left, const void *right)
{
    const struct tally *a = left;
    const struct tally *b = right;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    return strcmp(a->language, b->language);
}

/* The language of most articles of a source, or of the corpus, which is kept as one more source.
 * Two letters make the number of a language. */
enum { LETTERS = 26, CODES = LETTERS * LETTERS };

static size_t number_of(const char *code)
{
    return (size_t)(code[0] - 'a') * LETTERS + (size_t)(code[1] - 'a');
}

static const char *max_frequent(const struct tdg_articles *articles, const char *none)
{
    size_t count[CODES] = {0};
    const char *best = none;
    for (size_t i = 0; i < articles->count; i++)
        if (articles->items[i].language[0])
            count[number_of(articles->items[i].language)]++;
    for (size_t i = 0; i < articles->count; i++) {
        const char *code = articles->items[i].language;
        if (!code[0] || code == best)
            continue;
        size_t mine = count[number_of(code)];
        size_t most = best[0] ? count[number_of(best)] : 0;
        if (mine > most || (mine == most && strcmp(code, best) < 0))
            best = code;
    }
    return best;
}

/* Tables and lists look like rare languages to n-grams: a language that was only guessed is
 * believed where it has one of TEXTCAT_SHARE articles. Where stop words know no better, as between
 * Indonesian and Malay, which share most of them, it is what more articles are in. */
static void doubt_guesses(const struct job *job)
{
    const struct tdg_articles *articles = job->articles;
    size_t count[CODES] = {0};
    for (size_t i = 0; i < articles->count; i++)
        if (articles->items[i].language[0])
            count[number_of(articles->items[i].language)]++;
    for (size_t i = 0; i < articles->count; i++) {
        const char **language = &articles->items[i].language, *rival = job->rival[i];
        if (!rival)
            continue;
        size_t mine = count[number_of(*language)];
        if (mine < articles->count / TEXTCAT_SHARE)
            *language = "";
        else if (*rival && count[number_of(rival)] > mine)
            *language = rival;
    }
}

/* Fills job->usual[sources]. */
static int find_usual(struct job *job, uint32_t sources)
{
    const struct tdg_articles *articles = job->articles;
    const char *corpus = max_frequent(articles, "");
    struct tally *tallies = tdg_alloc(articles->count, sizeof *tallies);
    if (!tallies)
        return TDG_ENOMEM;
    size_t count = 0;
    for (uint32_t s = 0; s < sources; s++)
        job->usual[s] = corpus;
    for (size_t i = 0; i < articles->count; i++)
        if (articles->items[i].language[0] && job->source_of[i])
            tallies[count++] = (struct tally){job->source_of[i], articles->items[i].language, 1};
    qsort(tallies, count, sizeof *tallies, by_rank);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && tallies[kept - 1].source == tallies[i].source &&
            strcmp(tallies[kept - 1].language, tallies[i].language) == 0)
            tallies[kept - 1].articles++;
        else
            tallies[kept++] = tallies[i];
    }
    qsort(tallies, kept, sizeof *tallies, by_rank);
    for (size_t i = 0; i < kept; i++)
        if (i == 0 || tallies[i].source != tallies[i - 1].source)
            job->usual[tallies[i].source] = tallies[i].language;
    free(tallies);
    return TDG_OK;
}

static void warn_of_missing_data(const struct job *job, unsigned workers,
                                 const struct tdg_monitor *monitor)
{
    bool failed = false;
    for (unsigned w = 0; w < workers; w++)
        failed = failed || job->textcat_failed[w];
    if (failed)
        tdg_notice(monitor, TDG_NOTICE_WARNING, TDG_TEXTCAT_FOLDER, 0, "%s",
                   "libexttextcat's data is missing: only languages with a list of stop words are "
                   "distinguished");
}

static int detect(struct job *job, uint32_t sources, struct tdg_workers *workers,
                  const struct tdg_monitor *monitor)
{
    unsigned threads = tdg_workers_count(workers);
    size_t count = job->articles->count;
    int status = tdg_voters_init(&job->voters);
    job->textcat = tdg_alloc(threads, sizeof *job->textcat);
    job->textcat_failed = tdg_alloc(threads, sizeof *job->textcat_failed);
    job->usual = tdg_alloc(sources, sizeof *job->usual);
    job->rival = tdg_alloc(count, sizeof *job->rival);
    if (!job->textcat || !job->textcat_failed || !job->usual || !job->rival)
        status = TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(workers, count, CHUNK, decide_chunk, job);
    if (!status) {
        doubt_guesses(job);
        status = find_usual(job, sources);
    }
    if (!status)
        status = tdg_workers_run(workers, count, CHUNK, lean_chunk, job);
    if (!status)
        warn_of_missing_data(job, threads, monitor);
    for (unsigned w = 0; job->textcat && w < threads; w++)
        tdg_textcat_close(job->textcat[w]);
    free(job->textcat);
    free(job->textcat_failed);
    free(job->usual);
    free(job->rival);
    tdg_voters_done(&job->voters);
    return status;
}

int tdg_languages_set(struct tdg_articles *articles, const char *option, const uint32_t *source_of,
                      uint32_t sources, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error)
{
    if (strcmp(option, "auto") == 0) {
        struct job job = {.articles = articles, .source_of = source_of};
        int status = detect(&job, sources, workers, monitor);
        return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
    }
    const char *code = strcmp(option, "none") == 0 ? "" : tdg_language_code(option);
    for (size_t i = 0; i < articles->count; i++)
        articles->items[i].language = code;
    return TDG_OK;
}
