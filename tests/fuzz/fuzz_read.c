// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE /* memfd_create */
/* libFuzzer target: any bytes as a file to be read, then put in order and cleaned.
 *
 * The first byte chooses the name of the file and the options, so that every format is reached
 * whatever the rest looks like. tests/fuzz/run makes the seeds, builds this and runs it. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "base/workers.h"
#include "clean/clean.h"
#include "input/format.h"
#include "input/input.h"
#include "input/order.h"
#include "input/read.h"
#include "input/reader.h"
#include "input/stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const names[] = {"f",     "f.jsonl", "f.json", "f.csv", "f.tsv",  "f.txt",
                                    "f.xml", "f.html",  "f.warc", "f.eml", "f.docx", "f.xlsx"};
static const char *const formats[] = {"auto", "jsonl", "json", "csv",  "tsv",   "text",
                                      "feed", "html",  "warc", "mail", "nexis", "press"};

enum { CHOICES = sizeof names / sizeof *names };

/* Small limits, so that each of them is met. */
static struct tdg_read_options options_of(uint8_t choice)
{
    struct tdg_read_options options = tdg_read_defaults();
    options.format = formats[choice / CHOICES % CHOICES];
    options.dates.day_first = choice & 1;
    options.dates.month_first = !(choice & 1) && choice & 8;
    options.dates_from_mtime = choice & 2;
    options.group_field = choice & 4 ? "label" : NULL;
    options.max_articles = 1000;
    options.max_bytes = (size_t)1 << 20;
    options.max_members = 50;
    options.max_record = 4096;
    options.max_nesting = 20;
    return options;
}

/* What the header of read.h promises of every article. */
static void check(const struct tdg_articles *articles)
{
    for (size_t i = 0; i < articles->count; i++) {
        const struct tdg_article *article = &articles->items[i];
        const char *const texts[] = {article->id,     article->title, article->body,
                                     article->source, article->url,   article->language,
                                     article->group};
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            if (!texts[k] || tdg_utf8_valid(texts[k], strlen(texts[k])) != strlen(texts[k]))
                abort();
        if (!*article->id || article->file >= articles->file_count)
            abort();
    }
}

static int read_bytes(struct tdg_articles *articles, const struct tdg_read_options *options,
                      const char *name, int descriptor)
{
    struct tdg_error error = {0};
    struct tdg_entry entry = {.name = name, .modified = TDG_NO_DATE};
    struct tdg_reader reader = {
        .options = options, .error = &error, .articles = articles, .leaf = tdg_format_read};
    int status = tdg_reader_init(&reader);
    if (!status)
        status = tdg_stream_read(&reader, descriptor, &entry);
    tdg_reader_done(&reader);
    return status;
}

/* Guessing languages is slow, so it is done now and then. */
static void digest(struct tdg_articles *articles, bool guess)
{
    struct tdg_digest digest = {0};
    struct tdg_clean_options clean = {.language = guess ? "auto" : "en"};
    struct tdg_workers *workers = NULL;
    if (tdg_articles_order(articles, &digest, NULL, NULL) || tdg_workers_new(&workers, 1, NULL))
        abort();
    if (tdg_clean(articles, &clean, workers, NULL, NULL))
        abort();
    tdg_workers_free(workers);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    int descriptor = length ? memfd_create("fuzz", 0) : -1;
    if (descriptor < 0)
        return 0;
    struct tdg_read_options options = options_of(bytes[0]);
    struct tdg_articles articles = {0};
    if (write(descriptor, bytes + 1, length - 1) == (ssize_t)(length - 1) &&
        lseek(descriptor, 0, SEEK_SET) == 0 &&
        !read_bytes(&articles, &options, names[bytes[0] % CHOICES], descriptor)) {
        check(&articles);
        if (articles.count)
            digest(&articles, bytes[0] % 16 == 0);
        check(&articles);
    }
    close(descriptor);
    tdg_articles_done(&articles);
    return 0;
}
