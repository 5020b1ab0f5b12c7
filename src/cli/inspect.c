// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings inspect: how the input is read, without an analysis. */
#include <stdio.h>
#include <string.h>

#include <tidings/inspect.h>
#include <tidings/plain.h>
#include <tidings/types.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/session.h"

enum { RECORDS, SKIPPED, QUIET };

static const struct tdg_flag flags[] = {
    [RECORDS] = {{.name = "records",
                  .argument = "N",
                  .initial = "3",
                  .type = TDG_OPTION_NUMBER,
                  .max = TDG_OPTION_UNBOUNDED,
                  .group = TDG_GROUP_OUTPUT,
                  .help = "number of articles to print"},
                 0},
    [SKIPPED] = TDG_FLAG_SKIPPED,
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

enum { READ = 200, NAME = 13, BODY = 300, UNUSED = 24, WIDTH = 80 };

static void put_field(const char *name, const char *text, size_t bytes)
{
    char shown[BODY + sizeof "…"];
    size_t length = strlen(text), kept = length < bytes ? length : bytes;
    while (kept < length && kept && ((unsigned char)text[kept] & 0xc0) == 0x80)
        kept--;
    snprintf(shown, sizeof shown, "%.*s%s", (int)kept, text, kept < length ? "…" : "");
    printf("  %-*s", NAME - 2, name);
    if (*shown)
        tdg_put_wrapped(stdout, shown, NAME, NAME, WIDTH);
    else
        putchar('-');
    putchar('\n');
}

static void put_article(const struct tdg_inspected_article *article)
{
    char time[TDG_TIME_SIZE] = "";
    if (article->published != TDG_NO_DATE)
        tdg_time_text(article->published, time);
    putchar('\n');
    tdg_put_place(stdout, article->file, article->line);
    putchar('\n');
    put_field("title", article->title, BODY);
    put_field("published", time, BODY);
    put_field("source", article->source, BODY);
    put_field("url", article->url, BODY);
    put_field("id", article->id, BODY);
    put_field("language", article->language, BODY);
    put_field("body", article->body, BODY);
}

static void put_unused(const struct tdg_inspection *inspection)
{
    if (inspection->unused_count)
        printf("%snot used; --map FIELD=NAME reads one as a field:\n",
               *inspection->understood ? "\n" : "");
    for (size_t i = 0; i < inspection->unused_count; i++) {
        const struct tdg_inspected_name *name = &inspection->unused[i];
        fputs("  ", stdout);
        if (strlen(name->name) > UNUSED)
            tdg_put_text(stdout, name->name);
        else
            tdg_put_padded(stdout, name->name, UNUSED);
        fputs("  ", stdout);
        tdg_put_text(stdout, name->example);
        putchar('\n');
    }
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_inspection *inspection = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    size_t wanted = (size_t)arguments->flags[RECORDS].value.number;
    if (!arguments->input_count)
        return tdg_arguments_wrong(arguments, "expected an input: a file, a folder or -");
    enum tdg_exit status = tdg_session_begin(&session, arguments->flags[QUIET].value.on,
                                             arguments->flags[SKIPPED].text);
    if (status)
        return status;
    int result =
        tdg_inspect(&inspection, arguments->inputs, arguments->input_count, arguments->options,
                    wanted > READ ? wanted : READ, &session.monitor, &error);
    status = tdg_session_end(&session, result, &error);
    if (status)
        return status;
    if (*inspection->understood) {
        tdg_put_wrapped(stdout, inspection->understood, 0, 0, WIDTH);
        putchar('\n');
    }
    put_unused(inspection);
    for (size_t i = 0; i < inspection->article_count && i < wanted; i++)
        put_article(&inspection->articles[i]);
    tdg_inspection_free(inspection);
    return TDG_EXIT_DONE;
}

const struct tdg_command tdg_command_inspect = {
    .name = "inspect",
    .usage = "INPUT... [OPTION...]",
    .help = "show how the input is read, without an analysis",
    .text = "Reads the first 200 records of each file and prints which of their fields became the "
            "title, body, date, source, address and id of an article, which were not used, and the "
            "first articles as they were read. With --map another field takes the place of one.",
    .examples = "tidings inspect articles.jsonl\n"
                "tidings inspect export.csv --map body=Inhalt --records 1",
    .flags = flags,
    .takes_options = true,
    .groups = 1U << TDG_GROUP_INPUT | 1U << TDG_GROUP_LIMITS,
    .run = run,
};
