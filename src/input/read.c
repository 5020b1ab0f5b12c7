// SPDX-License-Identifier: GPL-3.0-or-later
/* From the inputs to the articles. */
#include "input/read.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/defaults.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "input/article.h"
#include "input/beside.h"
#include "input/dates.h"
#include "input/encoding.h"
#include "input/field.h"
#include "input/format.h"
#include "input/reader.h"
#include "input/source.h"

struct tdg_read_options tdg_read_defaults(void)
{
    return (struct tdg_read_options){
        .format = "auto",
        .from = TDG_NO_DATE,
        .to = TDG_NO_DATE,
        .max_articles = TDG_DEFAULT_MAX_ARTICLES,
        .max_bytes = (size_t)TDG_DEFAULT_MAX_MEGABYTES << 20,
        .max_members = TDG_DEFAULT_MAX_MEMBERS,
        .max_record = (size_t)TDG_DEFAULT_MAX_RECORD_MEGABYTES << 20,
        .max_nesting = TDG_DEFAULT_MAX_NESTING,
    };
}

void tdg_articles_done(struct tdg_articles *articles)
{
    free(articles->items);
    free((void *)articles->files);
    tdg_arena_done(&articles->facts);
    tdg_arena_done(&articles->bodies);
    *articles = (struct tdg_articles){0};
}

/* A name that was asked for and never met is more likely a mistake than a wish. */
static void warn_of_unseen(const struct tdg_reader *reader)
{
    const struct tdg_read_options *options = reader->options;
    for (size_t i = 0; i < options->map_count; i++)
        if (!reader->seen[tdg_field_named(options->map[i].field)])
            tdg_notice(reader->monitor, TDG_NOTICE_WARNING, NULL, 0,
                       "--map: no record has a field \"%.80s\" for its %s", options->map[i].name,
                       options->map[i].field);
}

static int read_input(struct tdg_reader *reader, const char *input)
{
    reader->beside.input = input;
    int status = tdg_input_read(reader, input);
    return status ? status : tdg_beside_decide(&reader->beside, reader->articles, reader->monitor);
}

int tdg_read(struct tdg_articles *articles, const char *const *inputs, size_t input_count,
             const struct tdg_read_options *options, const struct tdg_monitor *monitor,
             struct tdg_error *error)
{
    struct tdg_reader reader = {
        .options = options,
        .monitor = monitor,
        .error = error,
        .articles = articles,
        .leaf = tdg_format_read,
    };
    if (!tdg_format_is_name(options->format))
        return tdg_fail(error, TDG_EINVAL, "unknown format \"%.80s\"", options->format);
    if (options->encoding && *options->encoding && !tdg_encoding_is_name(options->encoding))
        return tdg_fail(error, TDG_EINVAL, "unknown encoding \"%.80s\"", options->encoding);
    int status = tdg_reader_init(&reader);
    for (size_t i = 0; i < input_count && !status; i++)
        status = read_input(&reader, inputs[i]);
    if (!status) {
        tdg_dates_settle(&reader.dates, &options->dates, articles, monitor);
        tdg_beside_remove(&reader.beside, articles, &reader.understood);
        tdg_articles_keep_span(articles, options, monitor);
    }
    if (!status && articles->count)
        warn_of_unseen(&reader);
    if (!status)
        status = tdg_understood_close(&reader.understood, &reader.fields, options->advise, articles,
                                      monitor);
    if (!status && tdg_progress(monitor, "read", articles->count + articles->skipped, 0))
        status = tdg_fail(error, TDG_ECANCELED, "%s", tdg_status_text(TDG_ECANCELED));
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_reader_done(&reader);
    return status;
}
