// SPDX-License-Identifier: GPL-3.0-or-later
/* Bodies that nobody can read any more: their words as they are written, in byte order, with the
 * end of a clause or of a paragraph between any two. So no two are neighbours, and the reader of
 * words finds each of them again: where a sentence began with a word, a paragraph begins with it
 * now, and its capital means as little as before. A word has a line of its own, since a line that
 * is all in capitals is read as shouted. What is no term is left out. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "text/terms.h"
#include "text/text.h"

enum { CHUNK = 256 };

struct spelt {
    const char *text; /* into the spellings, once all are there */
    size_t at;        /* where it begins there */
    size_t length;
    bool opens; /* a sentence began with it, which is why it has a capital */
};

/* One body after the other, in the language of the last one. {0} is empty. */
struct sorter {
    const struct tdg_text_options *options;
    struct tdg_tongue tongue;
    bool ready; /* there is a tongue */
    struct tdg_buffer spellings;
    struct tdg_buffer text;
    struct spelt *words; /* [count] */
    size_t count, capacity;
};

struct job {
    struct tdg_articles *articles;
    const struct tdg_text_options *options;
    struct tdg_arena *bodies; /* [chunks] */
};

static void sorter_done(struct sorter *sorter)
{
    tdg_tongue_done(&sorter->tongue);
    tdg_buffer_done(&sorter->spellings);
    tdg_buffer_done(&sorter->text);
    free(sorter->words);
}

static int speak(struct sorter *sorter, const char *language)
{
    if (sorter->ready && strcmp(sorter->tongue.code, language) == 0)
        return TDG_OK;
    tdg_tongue_done(&sorter->tongue);
    int status = tdg_tongue_init(&sorter->tongue, language);
    sorter->ready = !status;
    return status;
}

static int note_word(struct sorter *sorter, const struct tdg_word *word)
{
    char spelling[TDG_TERM_SIZE];
    if (word->length > TDG_LONGEST_WORD)
        return TDG_OK;
    size_t length = tdg_spell(word, spelling);
    if (!tdg_is_term(&sorter->tongue, spelling, length, sorter->options->stop_words))
        return TDG_OK;
    struct spelt *grown =
        tdg_grow(sorter->words, &sorter->capacity, sorter->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    sorter->words = grown;
    grown[sorter->count++] =
        (struct spelt){.at = sorter->spellings.length,
                       .length = length,
                       .opens = word->capital && word->opens && !word->shouted};
    tdg_buffer_add(&sorter->spellings, spelling, length);
    return sorter->spellings.failed ? TDG_ENOMEM : TDG_OK;
}

static int by_bytes(const void *left, const void *right)
{
    const struct spelt *one = left, *other = right;
    size_t shorter = one->length < other->length ? one->length : other->length;
    int order = memcmp(one->text, other->text, shorter);
    if (order)
        return order;
    if (one->length != other->length)
        return one->length < other->length ? -1 : 1;
    return other->opens - one->opens;
}

/* Nothing stands before the first word, which begins a paragraph anyway. */
static int write_words(struct sorter *sorter)
{
    tdg_buffer_clear(&sorter->text);
    for (size_t i = 0; i < sorter->count; i++) {
        if (i)
            tdg_buffer_string(&sorter->text, sorter->words[i].opens ? "\n\n" : ",\n");
        tdg_buffer_add(&sorter->text, sorter->words[i].text, sorter->words[i].length);
    }
    return sorter->text.failed ? TDG_ENOMEM : TDG_OK;
}

/* `body` may be the text of the sorter, which is written last. */
static int sort_once(struct sorter *sorter, const char *body)
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    int status = TDG_OK;
    sorter->count = 0;
    tdg_buffer_clear(&sorter->spellings);
    tdg_scanner_init(&scanner, sorter->tongue.rules, body);
    while (!status && tdg_scanner_next(&scanner, &word))
        status = note_word(sorter, &word);
    for (size_t i = 0; !status && i < sorter->count; i++)
        sorter->words[i].text = sorter->spellings.text + sorter->words[i].at;
    if (!status && sorter->count)
        qsort(sorter->words, sorter->count, sizeof *sorter->words, by_bytes);
    return status ? status : write_words(sorter);
}

/* A word that has lost an end may lose one more ("Trump's's"): until that is over. */
static int sort_body(struct sorter *sorter, struct tdg_arena *arena, const char **body)
{
    size_t before;
    int status = sort_once(sorter, *body);
    do {
        before = sorter->text.length;
        if (!status && before)
            status = sort_once(sorter, sorter->text.text);
    } while (!status && sorter->text.length < before);
    const char *copy =
        status ? NULL
               : tdg_arena_copy(arena, sorter->count ? sorter->text.text : "", sorter->text.length);
    if (!copy)
        return TDG_ENOMEM;
    *body = copy;
    return TDG_OK;
}

static int sort_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    struct sorter sorter = {.options = job->options};
    int status = TDG_OK;
    for (size_t i = chunk->begin; !status && i < chunk->end; i++) {
        struct tdg_article *article = &job->articles->items[i];
        status = speak(&sorter, article->language);
        if (!status)
            status = sort_body(&sorter, &job->bodies[chunk->index], &article->body);
    }
    sorter_done(&sorter);
    return status;
}

int tdg_bodies_sort(struct tdg_articles *articles, const struct tdg_text_options *options,
                    struct tdg_workers *workers, struct tdg_error *error)
{
    size_t chunks = tdg_chunk_count(articles->count, CHUNK);
    struct job job = {articles, options, tdg_alloc(chunks, sizeof *job.bodies)};
    int status = job.bodies ? tdg_workers_run(workers, articles->count, CHUNK, sort_chunk, &job)
                            : TDG_ENOMEM;
    if (!status)
        tdg_arena_done(&articles->bodies);
    for (size_t i = 0; job.bodies && i < chunks; i++)
        tdg_arena_adopt(&articles->bodies, &job.bodies[i]);
    free(job.bodies);
    return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
}
