// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "base/utf8.h"

enum { TICKS_A_PROGRESS = 1000 };

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
    tdg_understood_done(&reader->understood);
    tdg_beside_done(&reader->beside);
    tdg_buffer_done(&reader->mended);
    tdg_buffer_done(&reader->copy);
}

int tdg_reader_file(struct tdg_reader *reader, const char *name, uint32_t *file)
{
    struct tdg_articles *articles = reader->articles;
    const char **grown = tdg_grow((void *)articles->files, &articles->file_capacity,
                                  (size_t)articles->file_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    articles->files = grown;
    const char *copy = tdg_arena_string(&articles->facts, name);
    if (!copy)
        return TDG_ENOMEM;
    *file = articles->file_count;
    articles->files[articles->file_count++] = copy;
    return TDG_OK;
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

void tdg_reader_cut_off(struct tdg_reader *reader, const char *name, size_t rows, size_t first)
{
    if (rows == 1)
        tdg_reader_warn(reader, name, first,
                        "the row has fewer cells than the header; the missing cells are empty");
    else if (rows)
        tdg_reader_warn(reader, name, 0,
                        "%zu rows have fewer cells than the header (first: line %zu); the missing "
                        "cells are empty",
                        rows, first);
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
    if (bytes > reader->options->max_bytes - reader->bytes)
        return tdg_fail(reader->error, TDG_ELIMIT,
                        "the input is larger than the limit of %zu bytes",
                        reader->options->max_bytes);
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
    tdg_reader_warn(reader, name, line, "%zu invalid UTF-8 sequence%s replaced", count,
                    count == 1 ? "" : "s");
    *text = reader->mended.text;
    *length = reader->mended.length;
    return TDG_OK;
}
