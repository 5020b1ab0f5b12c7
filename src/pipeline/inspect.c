// SPDX-License-Identifier: GPL-3.0-or-later
/* The first records of the input, as they are read. */
#include <stdlib.h>
#include <string.h>

#include <tidings/inspect.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "clean/plain.h"
#include "input/read.h"
#include "phrasing/understood.h"
#include "pipeline/lifecycle.h"
#include "pipeline/run.h"

/* The view comes first: it is what the caller holds. */
struct inspection {
    struct tdg_inspection view;
    struct tdg_articles articles;
    struct tdg_buffer understood;
    struct tdg_inspected_article *items;
    struct tdg_inspected_name *names;
    struct tdg_arena texts;
};

/* A text as it is analyzed. */
static const char *plain_text(struct inspection *made, struct tdg_clean_scratch *scratch,
                              const char *text, bool one_line)
{
    struct tdg_span plain;
    return tdg_plain(scratch, (struct tdg_span){text, strlen(text)}, one_line, &plain)
               ? NULL
               : tdg_arena_copy(&made->texts, plain.text, plain.length);
}

static int make_plain(struct inspection *made)
{
    struct tdg_clean_scratch scratch = {0};
    int status = TDG_OK;
    for (size_t i = 0; i < made->articles.count && !status; i++) {
        struct tdg_inspected_article *item = &made->items[i];
        item->title = plain_text(made, &scratch, item->title, true);
        item->body = plain_text(made, &scratch, item->body, false);
        status = item->title && item->body ? TDG_OK : TDG_ENOMEM;
    }
    tdg_clean_scratch_done(&scratch);
    return status;
}

static int view(struct inspection *made)
{
    const struct tdg_articles *articles = &made->articles;
    size_t others = articles->read.other_count;
    made->items = tdg_alloc(articles->count, sizeof *made->items);
    made->names = tdg_alloc(others, sizeof *made->names);
    tdg_read_text(&made->understood, &articles->read);
    if (!made->items || !made->names || made->understood.failed)
        return TDG_ENOMEM;
    for (size_t i = 0; i < articles->count; i++) {
        const struct tdg_article *article = &articles->items[i];
        made->items[i] = (struct tdg_inspected_article){
            .file = articles->files[article->file],
            .line = article->line,
            .id = article->nameless ? "" : article->id,
            .title = article->title,
            .body = article->body,
            .source = article->source,
            .url = article->url,
            .language = article->language,
            .published = article->published,
        };
    }
    for (size_t i = 0; i < others; i++) {
        const struct tdg_read_other *other = &articles->read.others[i];
        made->names[i] = (struct tdg_inspected_name){other->name, other->example, other->records};
    }
    made->view = (struct tdg_inspection){
        .understood = made->understood.text ? made->understood.text : "",
        .unused = made->names,
        .unused_count = others,
        .articles = made->items,
        .article_count = articles->count,
    };
    return make_plain(made);
}

int tdg_inspect(struct tdg_inspection **inspection, const char *const *inputs, size_t input_count,
                const struct tdg_options *options, size_t records,
                const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct tdg_run run = {.monitor = monitor, .error = error};
    struct inspection *made = calloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    int status = tdg_run_open(&run, options);
    run.settings.read.first = records;
    if (!status)
        status = tdg_read(&made->articles, inputs, input_count, &run.settings.read, monitor, error);
    if (!status && !made->articles.read.records && !made->articles.read.other_count)
        status = tdg_fail(error, TDG_EEMPTY, "no records in the input");
    if (!status && view(made))
        status = tdg_fail_memory(error);
    tdg_run_done(&run);
    if (status)
        tdg_inspection_free(&made->view);
    else
        *inspection = &made->view;
    return status;
}

void tdg_inspection_free(struct tdg_inspection *inspection)
{
    struct inspection *made = (struct inspection *)inspection;
    if (!made)
        return;
    tdg_articles_done(&made->articles);
    tdg_buffer_done(&made->understood);
    free(made->items);
    free(made->names);
    tdg_arena_done(&made->texts);
    free(made);
}
