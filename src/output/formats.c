// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of formats, and the two ways to write one: on a stream, or as a file. */
#include <stdio.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/report.h>

#include "base/error.h"
#include "base/file.h"
#include "output/csv.h"
#include "output/html/write.h"
#include "output/json.h"
#include "output/markdown.h"
#include "output/output.h"
#include "output/plain/report.h"

static const struct tdg_format formats[] = {
    {{"json", "analysis.json", "everything, for programs (analysis.schema.json describes it)",
      false},
     tdg_write_json,
     NULL},
    {{"jsonl", "articles.jsonl", "one article a line, for programs: the articles of analysis.json",
      true},
     tdg_write_jsonl,
     NULL},
    {{"csv", "articles.csv", "one row an article: its theme, its copies, its reason", false},
     tdg_write_csv,
     NULL},
    {{"md", "report.md", "what moved, and the themes with their headlines, to read and forward",
      false},
     tdg_write_markdown,
     NULL},
    {{"txt", "report.txt", "what moved, as plain text for a mail", false}, tdg_write_text, NULL},
    {{"html", "report.html", "one page to look at, search, print and send; it needs no network",
      false},
     tdg_write_html,
     tdg_html_missing},
};

size_t tdg_format_count(void)
{
    return sizeof formats / sizeof *formats;
}

const struct tdg_format_info *tdg_format_info(size_t index)
{
    return index < tdg_format_count() ? &formats[index].info : NULL;
}

const char *tdg_format_missing(size_t index)
{
    return index < tdg_format_count() && formats[index].missing ? formats[index].missing() : NULL;
}

size_t tdg_format_find(const char *name, size_t length)
{
    size_t i = 0;
    while (i < tdg_format_count() && (strlen(formats[i].info.name) != length ||
                                      memcmp(formats[i].info.name, name, length) != 0))
        i++;
    return i;
}

static const struct tdg_format *find(const char *name, struct tdg_error *error)
{
    size_t index = tdg_format_find(name, strlen(name));
    const char *missing = tdg_format_missing(index);
    if (index < tdg_format_count() && !missing)
        return &formats[index];
    if (missing)
        tdg_fail(error, TDG_EINVAL, "format '%s': %s", name, missing);
    else
        tdg_fail(error, TDG_EINVAL, "there is no format '%s'", name);
    return NULL;
}

int tdg_report_print(const struct tdg_analysis *analysis, const char *format, FILE *stream,
                     struct tdg_error *error)
{
    const struct tdg_format *row = find(format, error);
    if (!row)
        return TDG_EINVAL;
    int status = row->write(analysis, stream, error);
    if (!status && ferror(stream))
        status = tdg_fail(error, TDG_EIO, "the output cannot be written");
    return status;
}

int tdg_report_save(const struct tdg_analysis *analysis, const char *format, const char *path,
                    struct tdg_error *error)
{
    const struct tdg_format *row = find(format, error);
    if (!row)
        return TDG_EINVAL;
    struct tdg_output output = {0};
    int status = tdg_output_open(&output, path, error);
    if (status)
        return status;
    status = row->write(analysis, output.stream, error);
    if (!status)
        status = tdg_output_commit(&output, error);
    tdg_output_discard(&output);
    return status;
}

const char *tdg_format_name(size_t index)
{
    const struct tdg_format_info *format = tdg_format_info(index);
    return format ? format->name : NULL;
}
