// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings analyze: from files to a summary on the terminal, and to a folder of results. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>
#include <tidings/report.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/folder.h"
#include "cli/session.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "cli/why.h"

enum { OUTPUT, WRITE, SKIPPED, EXPLAIN, QUIET };

static const struct tdg_flag flags[] = {
    [OUTPUT] = TDG_FLAG_OUTPUT,
    [WRITE] = {{.name = "write",
                .argument = "FORMAT,...",
                .type = TDG_OPTION_FORMATS,
                .word = tdg_format_name,
                .group = TDG_GROUP_OUTPUT,
                .help = "formats to write, all but jsonl if not given; without -o, write one to "
                        "standard output instead of the summary"},
               0},
    [SKIPPED] = TDG_FLAG_SKIPPED,
    [EXPLAIN] = {{.name = "explain",
                  .group = TDG_GROUP_OUTPUT,
                  .help = "explain the number of themes and what each stage did with the articles"},
                 0},
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

/* What to do with the analysis. */
struct plan {
    const char *folder; /* NULL: to stdout */
    uint64_t formats;   /* bit i: row i of the table of formats */
    bool explain;
    bool quiet;
};

static enum tdg_exit choose_formats(const struct tdg_arguments *arguments, struct plan *plan)
{
    plan->formats = arguments->flags[WRITE].value.set;
    for (size_t i = 0; i < tdg_format_count(); i++)
        if (plan->formats >> i & 1 && tdg_format_missing(i))
            return tdg_arguments_wrong(arguments, "--write %s: %s", tdg_format_info(i)->name,
                                       tdg_format_missing(i));
    return TDG_EXIT_DONE;
}

/* The results would take the place of what they are made of. */
static bool is_input(const struct tdg_arguments *arguments, const char *path)
{
    struct stat one, other;
    if (stat(path, &one) != 0 || !S_ISREG(one.st_mode))
        return false;
    for (size_t i = 0; i < arguments->input_count; i++)
        if (stat(arguments->inputs[i], &other) == 0 && one.st_dev == other.st_dev &&
            one.st_ino == other.st_ino)
            return true;
    return false;
}

static enum tdg_exit check_outputs(const struct tdg_arguments *arguments, const struct plan *plan)
{
    const char *skipped = arguments->flags[SKIPPED].text;
    if (skipped && is_input(arguments, skipped))
        return tdg_arguments_wrong(arguments, "--skipped would overwrite an input");
    for (size_t i = 0; plan->folder && i < tdg_format_count(); i++) {
        const char *file = tdg_format_info(i)->file;
        char *path = plan->formats >> i & 1 ? tdg_folder_join(plan->folder, file) : NULL;
        bool both = path && is_input(arguments, path);
        free(path);
        if (both)
            return tdg_arguments_wrong(arguments, "%s would overwrite an input", file);
    }
    return TDG_EXIT_DONE;
}

static enum tdg_exit make_plan(const struct tdg_arguments *arguments, struct plan *plan)
{
    *plan = (struct plan){.folder = arguments->flags[OUTPUT].text,
                          .explain = arguments->flags[EXPLAIN].value.on,
                          .quiet = arguments->flags[QUIET].value.on};
    if (!arguments->input_count)
        return tdg_arguments_wrong(arguments,
                                   "no input; name a file, a folder, or - for standard input");
    enum tdg_exit status = choose_formats(arguments, plan);
    if (status)
        return status;
    bool all = !plan->formats;
    if (!plan->folder && plan->formats & (plan->formats - 1))
        return tdg_arguments_wrong(arguments, "several formats need a folder: -o DIR");
    if (!plan->folder && plan->formats &&
        (plan->explain || tdg_options_part(arguments->options, "why", 0)))
        return tdg_arguments_wrong(arguments, "--explain and --why follow the summary, which "
                                              "--write replaces unless -o DIR is given");
    for (size_t i = 0; plan->folder && all && i < tdg_format_count(); i++)
        if (!tdg_format_missing(i) && !tdg_format_info(i)->extra)
            plan->formats |= UINT64_C(1) << i;
    status = check_outputs(arguments, plan);
    if (status)
        return status;
    /* Now, not after minutes of work. */
    if (plan->folder && !tdg_folder_make(plan->folder))
        return TDG_EXIT_FAILED;
    return TDG_EXIT_DONE;
}

static enum tdg_exit save(const struct tdg_analysis *analysis, const char *folder,
                          const struct tdg_format_info *format, bool quiet)
{
    struct tdg_error error = {0};
    char *path = tdg_folder_join(folder, format->file);
    int status = path ? tdg_report_save(analysis, format->name, path, &error) : TDG_ENOMEM;
    if (status) {
        tdg_print_error(status, &error);
    } else if (!quiet) {
        fputs("wrote ", stderr);
        tdg_put_text(stderr, path);
        fputc('\n', stderr);
    }
    free(path);
    return status ? TDG_EXIT_FAILED : TDG_EXIT_DONE;
}

/* Whether stdout took it all is seen at the end of the program. */
static enum tdg_exit print(const struct tdg_analysis *analysis,
                           const struct tdg_format_info *format)
{
    struct tdg_error error = {0};
    int status = tdg_report_print(analysis, format->name, stdout, &error);
    if (status)
        tdg_print_error(status, &error);
    return status ? TDG_EXIT_FAILED : TDG_EXIT_DONE;
}

/* What is not there is reported last, and costs nobody the rest. */
static enum tdg_exit tell(const struct tdg_analysis *analysis, const struct plan *plan)
{
    struct tdg_error error = {0};
    struct tdg_plain terminal = tdg_terminal_of(stdout);
    int status = tdg_plain_print(analysis, &terminal, TDG_PLAIN_ALL, &error);
    if (status) {
        tdg_print_error(status, &error);
        return TDG_EXIT_FAILED;
    }
    if (plan->explain)
        tdg_explain_print(analysis);
    return tdg_why_print(analysis) ? TDG_EXIT_DONE : TDG_EXIT_FAILED;
}

static enum tdg_exit deliver(const struct tdg_analysis *analysis, const struct plan *plan)
{
    enum tdg_exit status = TDG_EXIT_DONE;
    for (size_t i = 0; i < tdg_format_count() && !status; i++) {
        if (!(plan->formats >> i & 1))
            continue;
        if (!plan->folder)
            return print(analysis, tdg_format_info(i));
        status = tdg_stop_requested()
                     ? TDG_EXIT_STOPPED
                     : save(analysis, plan->folder, tdg_format_info(i), plan->quiet);
    }
    return status ? status : tell(analysis, plan);
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct plan plan;
    enum tdg_exit status = make_plan(arguments, &plan);
    if (status)
        return status;
    struct tdg_session session;
    status = tdg_session_begin(&session, plan.quiet, arguments->flags[SKIPPED].text);
    if (status)
        return status;
    struct tdg_analysis *analysis = NULL;
    struct tdg_error error = {0};
    int result = tdg_analyze(arguments->options, arguments->inputs, arguments->input_count,
                             &session.monitor, &analysis, &error);
    status = tdg_session_end(&session, result, &error);
    if (!status)
        status = deliver(analysis, &plan);
    tdg_analysis_free(analysis);
    return status;
}

const struct tdg_command tdg_command_analyze = {
    .name = "analyze",
    .usage = "INPUT... [OPTION...]",
    .help = "find themes in articles and how they change over time",
    .text = "Finds the themes of dated articles and how their shares change from week to "
            "week. INPUT is a file, a folder, or - for standard input. The summary goes to "
            "standard output.",
    .examples = "tidings analyze datasets/tidings.jsonl\n"
                "tidings analyze datasets/tidings.jsonl --themes 8 --period month -o results\n"
                "tidings analyze datasets/tidings.jsonl --within T1\n"
                "tidings analyze datasets/tidings.jsonl --write json > analysis.json",
    .flags = flags,
    .takes_options = true,
    .use = TDG_OPTION_ANALYSIS,
    .run = run,
};
