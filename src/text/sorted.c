// SPDX-License-Identifier: GPL-3.0-or-later
/* Bodies that nobody can read any more: their words as they are written, in byte order, each on a
 * line of its own, with the end of a clause or of a paragraph between any two. So no two are
 * neighbours, and whoever reads the result finds each of them again:
 *   - where a sentence began with a word, a paragraph begins with it now, and its capital means as
 *     little as before;
 *   - the words of a all_caps line are written small, since on a line of their own their capitals
 *     would mean something; but not what full stops or "&" hold together, which is an acronym. */
#include "text/sorted.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "text/terms.h"
#include "text/words.h"

enum { CHUNK = 256 };

struct spelt {
    const char *text; /* into the spellings, once all are there */
    size_t at;        /* where it begins there */
    size_t length;
    bool opens; /* a sentence began with it, which may be why it has a capital */
};

/* One body after the other. {0} is empty. */
struct sorter {
    struct tdg_buffer spellings;
    struct tdg_buffer text;
    struct tdg_segmenter segmenter;
    struct spelt *words; /* [count] */
    size_t count, capacity;
};

struct job {
    struct tdg_articles *articles;
    struct tdg_arena *bodies; /* [chunks] */
};

static void sorter_done(struct sorter *sorter)
{
    tdg_buffer_done(&sorter->spellings);
    tdg_buffer_done(&sorter->text);
    tdg_segmenter_done(&sorter->segmenter);
    free(sorter->words);
}

static bool is_written_small(const struct tdg_word *word)
{
    return word->all_caps && !word->dotted && !memchr(word->text, '&', word->length);
}

/* What is longer than a word is no term, and left out. */
static int note_word(struct sorter *sorter, const struct tdg_word *word)
{
    char folded[TDG_TERM_SIZE];
    const char *spelling = word->text;
    size_t length = word->length;
    if (length <= TDG_LONGEST_WORD && is_written_small(word)) {
        length = tdg_fold(word->text, word->length, folded);
        spelling = folded;
    }
    if (length > TDG_LONGEST_WORD)
        return TDG_OK;
    struct spelt *grown =
        tdg_grow(sorter->words, &sorter->capacity, sorter->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    sorter->words = grown;
    grown[sorter->count++] =
        (struct spelt){.at = sorter->spellings.length,
                       .length = length,
                       .opens = word->capital && word->opens && !word->all_caps};
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

/* By the rules of no language: those of its own are for who reads the words later. */
static int sort_body(struct sorter *sorter, struct tdg_arena *arena, const char **body)
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    int status = TDG_OK;
    sorter->count = 0;
    tdg_buffer_clear(&sorter->spellings);
    tdg_scanner_init(&scanner, (struct tdg_word_rules){0}, *body, &sorter->segmenter);
    while (!status && tdg_scanner_next(&scanner, &word))
        status = note_word(sorter, &word);
    if (sorter->segmenter.failed)
        status = TDG_ENOMEM;
    for (size_t i = 0; !status && i < sorter->count; i++)
        sorter->words[i].text = sorter->spellings.text + sorter->words[i].at;
    if (!status && sorter->count)
        qsort(sorter->words, sorter->count, sizeof *sorter->words, by_bytes);
    if (!status)
        status = write_words(sorter);
    if (status)
        return status;
    const char *copy =
        tdg_arena_copy(arena, sorter->count ? sorter->text.text : "", sorter->text.length);
    if (!copy)
        return TDG_ENOMEM;
    *body = copy;
    return TDG_OK;
}

static int sort_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    struct sorter sorter = {0};
    int status = TDG_OK;
    for (size_t i = chunk->begin; !status && i < chunk->end; i++)
        status = sort_body(&sorter, &job->bodies[chunk->index], &job->articles->items[i].body);
    sorter_done(&sorter);
    return status;
}

int tdg_bodies_sort(struct tdg_articles *articles, struct tdg_workers *workers,
                    struct tdg_error *error)
{
    size_t chunks = tdg_chunk_count(articles->count, CHUNK);
    struct job job = {articles, tdg_alloc(chunks, sizeof *job.bodies)};
    int status = job.bodies ? tdg_workers_run(workers, articles->count, CHUNK, sort_chunk, &job)
                            : TDG_ENOMEM;
    if (!status)
        tdg_arena_done(&articles->bodies);
    for (size_t i = 0; job.bodies && i < chunks; i++)
        tdg_arena_adopt(&articles->bodies, &job.bodies[i]);
    free(job.bodies);
    return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
}
