// SPDX-License-Identifier: GPL-3.0-or-later
/* Copies: articles whose words are the same. A table of 128-bit digests, in which two different
 * texts of any corpus that fits on a disk will not meet. */
#include "clean/clean.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "clean/plain.h"

/* A body of so many words is the article, whatever headline an editor gives it. */
enum { CHUNK = 512, ENOUGH_WORDS = 30 };

struct job {
    const struct tdg_articles *articles;
    struct tdg_digest *digest; /* [articles] {0}: no words */
    struct tdg_room *room;     /* [workers] */
};

struct words {
    unsigned char *out;
    size_t length;
    size_t count;
    bool inside;
};

static void add_byte(struct words *words, unsigned char byte)
{
    if (!words->inside) {
        words->out[words->length++] = ' ';
        words->count++;
    }
    words->inside = true;
    words->out[words->length++] = byte;
}

/* Scripts that are written without blanks: a letter is a word. */
static bool is_word_alone(utf8proc_int32_t point)
{
    return point >= 0x3040 && point <= 0x9FFF;
}

static void add_point(struct words *words, utf8proc_int32_t point)
{
    utf8proc_category_t category = utf8proc_category(point);
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_NO) {
        words->inside = false;
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(point), bytes);
    words->inside = words->inside && !is_word_alone(point);
    for (utf8proc_ssize_t i = 0; i < size; i++)
        add_byte(words, bytes[i]);
}

/* Writes the words of a text, a blank before each. The room is three times the text: a blank and a
 * letter for a letter, and lower case may be a byte longer than upper case. */
static struct words words_of(const char *text, size_t length, unsigned char *out)
{
    struct words words = {.out = out};
    for (size_t at = 0; at < length;) {
        unsigned char byte = (unsigned char)text[at];
        if (byte < 0x80) {
            unsigned char lower = byte | 0x20;
            if (lower >= 'a' && lower <= 'z')
                add_byte(&words, lower);
            else if (byte >= '0' && byte <= '9')
                add_byte(&words, byte);
            else
                words.inside = false;
            at++;
            continue;
        }
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                 (utf8proc_ssize_t)(length - at), &point);
        if (size > 0)
            add_point(&words, point);
        else
            words.inside = false;
        at += size > 0 ? (size_t)size : 1;
    }
    return words;
}

static int digest_article(struct tdg_room *room, const struct tdg_article *article,
                          struct tdg_digest *digest)
{
    size_t title = strlen(article->title);
    size_t body = strlen(article->body);
    unsigned char *out = tdg_room(room, 3 * (title > body ? title : body) + 1);
    if (!out)
        return TDG_ENOMEM;
    struct words words = words_of(article->body, body, out);
    size_t count = words.count;
    if (words.length)
        tdg_digest_add(digest, out, words.length);
    if (count >= ENOUGH_WORDS)
        return TDG_OK;
    words = words_of(article->title, title, out);
    if (count + words.count) {
        tdg_digest_add(digest, "title", 5);
        tdg_digest_add(digest, out, words.length);
    }
    return TDG_OK;
}

static int digest_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    int status = TDG_OK;
    for (size_t i = chunk->begin; !status && i < chunk->end; i++)
        status =
            digest_article(&job->room[chunk->worker], &job->articles->items[i], &job->digest[i]);
    return status;
}

/* The first article with each digest, by an open hash table of numbers + 1. */
static int match(const struct tdg_digest *digest, size_t count, uint32_t *copy_of)
{
    size_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    uint32_t *slot = tdg_alloc(slots, sizeof *slot);
    if (!slot)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        copy_of[i] = TDG_NONE;
        if (!digest[i].low && !digest[i].high)
            continue;
        size_t at = digest[i].low & (slots - 1);
        for (; slot[at]; at = (at + 1) & (slots - 1)) {
            const struct tdg_digest *other = &digest[slot[at] - 1];
            if (other->low == digest[i].low && other->high == digest[i].high)
                break;
        }
        if (slot[at])
            copy_of[i] = slot[at] - 1;
        else
            slot[at] = (uint32_t)i + 1;
    }
    free(slot);
    return TDG_OK;
}

int tdg_find_copies(const struct tdg_articles *articles, uint32_t *copy_of,
                    struct tdg_workers *workers, struct tdg_error *error)
{
    unsigned threads = tdg_workers_count(workers);
    struct job job = {
        .articles = articles,
        .digest = tdg_alloc(articles->count, sizeof *job.digest),
        .room = tdg_alloc(threads, sizeof *job.room),
    };
    int status = job.digest && job.room ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(workers, articles->count, CHUNK, digest_chunk, &job);
    if (!status)
        status = match(job.digest, articles->count, copy_of);
    for (unsigned w = 0; job.room && w < threads; w++)
        free(job.room[w].bytes);
    free(job.room);
    free(job.digest);
    return status ? tdg_fail(error, status, "%s", tdg_status_text(status)) : TDG_OK;
}
