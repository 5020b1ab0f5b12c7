// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/defaults.h"
#include "base/error.h"
#include "base/progress.h"
#include "read/encoding.h"
#include "read/folder.h"
#include "read/format.h"
#include "read/stream.h"
#include "read/utf8.h"

enum { TICKS_A_PROGRESS = 1000 };

struct tdg_read_options tdg_read_defaults(void)
{
    return (struct tdg_read_options){
        .format = "auto",
        .from = TDG_NO_DATE,
        .to = TDG_NO_DATE,
        .most_articles = TDG_DEFAULT_MAX_ARTICLES,
        .most_bytes = (size_t)TDG_DEFAULT_MAX_MEGABYTES << 20,
        .most_members = TDG_DEFAULT_MAX_MEMBERS,
        .most_record = (size_t)TDG_DEFAULT_MAX_RECORD_MEGABYTES << 20,
        .most_nesting = TDG_DEFAULT_MAX_NESTING,
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

int tdg_reader_init(struct tdg_reader *reader)
{
    reader->names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return tdg_fields_init(&reader->fields, reader->options, reader->error);
}

void tdg_reader_done(struct tdg_reader *reader)
{
    if (reader->names)
        freelocale(reader->names);
    tdg_fields_done(&reader->fields);
    tdg_dates_done(&reader->dates);
    tdg_buffer_done(&reader->mended);
    tdg_buffer_done(&reader->copy);
}

int tdg_reader_skip(struct tdg_reader *reader, const char *name, size_t line, const char *format,
                    ...)
{
    char reason[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    reader->articles->skipped++;
    if (reader->options->strict)
        return tdg_fail_at(reader->error, TDG_EFORMAT, name, line, "%s", reason);
    tdg_notice(reader->monitor, TDG_NOTICE_SKIPPED, name, line, "%s", reason);
    return TDG_OK;
}

void tdg_reader_warn(struct tdg_reader *reader, const char *name, size_t line, const char *format,
                     ...)
{
    char reason[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    tdg_notice(reader->monitor, TDG_NOTICE_WARNING, name, line, "%s", reason);
}

int tdg_reader_tick(struct tdg_reader *reader)
{
    if (++reader->ticks % TICKS_A_PROGRESS != 0)
        return TDG_OK;
    int status = tdg_progress(reader->monitor, "read",
                              reader->articles->count + reader->articles->skipped, 0);
    return status ? tdg_fail(reader->error, status, "%s", tdg_status_text(status)) : TDG_OK;
}

int tdg_reader_count(struct tdg_reader *reader, size_t bytes)
{
    if (bytes > reader->options->most_bytes - reader->bytes)
        return tdg_fail(reader->error, TDG_ELIMIT,
                        "the input is larger than the limit of %zu bytes",
                        reader->options->most_bytes);
    reader->bytes += bytes;
    return TDG_OK;
}

int tdg_reader_mend(struct tdg_reader *reader, const char *name, size_t line, char **text,
                    size_t *length)
{
    if (tdg_utf8_valid(*text, *length) == *length)
        return TDG_OK;
    tdg_buffer_clear(&reader->mended);
    size_t count = tdg_utf8_mend(&reader->mended, *text, *length);
    if (reader->mended.failed)
        return tdg_fail_memory(reader->error);
    tdg_reader_warn(reader, name, line, "%zu place%s not UTF-8 %s replaced", count,
                    count == 1 ? " that is" : "s that are", count == 1 ? "was" : "were");
    *text = reader->mended.text;
    *length = reader->mended.length;
    return TDG_OK;
}

int tdg_reader_input(struct tdg_reader *reader, const char *input)
{
    struct tdg_entry entry = {.name = input, .modified = TDG_NO_DATE};
    if (strcmp(input, "-") == 0)
        return tdg_stream_read(reader, STDIN_FILENO, &entry);
    struct stat facts;
    if (stat(input, &facts) != 0)
        return tdg_fail_errno(reader->error, errno, input, "cannot be read");
    if (S_ISDIR(facts.st_mode))
        return tdg_folder_read(reader, input);
    int descriptor = open(input, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return tdg_fail_errno(reader->error, errno, input, "cannot be read");
    entry.modified = facts.st_mtime;
    int status = tdg_stream_read(reader, descriptor, &entry);
    close(descriptor);
    return status;
}

/* A name that was asked for and never met is more likely a mistake than a wish. */
static void warn_of_unseen(const struct tdg_reader *reader)
{
    const struct tdg_read_options *options = reader->options;
    for (size_t i = 0; i < options->map_count; i++)
        if (!reader->seen[tdg_field_named(options->map[i].field)])
            tdg_notice(reader->monitor, TDG_NOTICE_WARNING, NULL, 0,
                       "no record has a field \"%.80s\" to be its %s", options->map[i].name,
                       options->map[i].field);
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
        return tdg_fail(error, TDG_EINVAL, "there is no format \"%.80s\"", options->format);
    if (options->encoding && *options->encoding && !tdg_encoding_is_name(options->encoding))
        return tdg_fail(error, TDG_EINVAL, "there is no encoding \"%.80s\"", options->encoding);
    int status = tdg_reader_init(&reader);
    for (size_t i = 0; i < input_count && !status; i++)
        status = tdg_reader_input(&reader, inputs[i]);
    if (!status) {
        tdg_dates_settle(&reader.dates, &options->dates, articles, monitor);
        tdg_articles_keep_span(articles, options, monitor);
    }
    if (!status && articles->count)
        warn_of_unseen(&reader);
    if (!status && tdg_progress(monitor, "read", articles->count + articles->skipped, 0))
        status = tdg_fail(error, TDG_ECANCELED, "%s", tdg_status_text(TDG_ECANCELED));
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_reader_done(&reader);
    return status;
}
