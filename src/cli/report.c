// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings report: what a period of an archive brought. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/plain.h>
#include <tidings/report.h>

#include "cli/archive_commands.h"
#include "cli/folder.h"
#include "cli/session.h"

enum { PERIOD, OUTPUT, WRITE, AGAIN, QUIET };

static const struct tdg_flag flags[] = {
    [PERIOD] = {{.name = "period",
                 .argument = "PERIOD",
                 .type = TDG_OPTION_TEXT,
                 .group = TDG_GROUP_SELECTION,
                 .help = "period to report on, such as 2019-W10, 2019-03 or 2019-03-04; the last "
                         "complete one if not given"},
                0},
    [OUTPUT] = TDG_FLAG_OUTPUT,
    [WRITE] = {{.name = "write",
                .argument = "FORMAT",
                .type = TDG_OPTION_FORMAT,
                .word = tdg_format_name,
                .group = TDG_GROUP_OUTPUT,
                .help = "write only this format; if not given, all but jsonl with -o, md without"},
               0},
    [AGAIN] = {{.name = "again",
                .group = TDG_GROUP_OUTPUT,
                .help = "regenerate the report from the current themes"},
               0},
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

/* What is written and where to. */
struct wish {
    struct tdg_archive *archive;
    const char *period, *format, *folder;
    bool again, quiet;
    struct tdg_session session;
    const struct tdg_monitor *monitor;
};

static int save(struct wish *wish, const struct tdg_format_info *format, struct tdg_error *error)
{
    char *path = tdg_folder_join(wish->folder, format->file);
    int status = path ? tdg_archive_report_save(wish->archive, wish->period, format->name,
                                                wish->again, path, wish->monitor, error)
                      : TDG_ENOMEM;
    if (!status && !wish->quiet) {
        fputs("wrote ", stderr);
        tdg_put_text(stderr, path);
        fputc('\n', stderr);
    }
    wish->again = false;  /* the other formats are of the same report, */
    wish->monitor = NULL; /* of which all has been said */
    free(path);
    return status;
}

static int save_all(struct wish *wish, struct tdg_error *error)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < tdg_format_count(); i++) {
        const struct tdg_format_info *format = tdg_format_info(i);
        bool wanted = !wish->format || strcmp(wish->format, format->name) == 0;
        if (wanted && (wish->format || !(format->extra || tdg_format_missing(i))))
            status = save(wish, format, error);
    }
    return status;
}

/* What is kept can be read where nobody may write, too. */
static enum tdg_exit open_archive(struct tdg_archive **archive, const char *path)
{
    struct tdg_error error = {0};
    int status = tdg_archive_open(archive, path, TDG_ARCHIVE_WRITE, &error);
    if (!status || !tdg_archive_open(archive, path, TDG_ARCHIVE_READ, NULL))
        return TDG_EXIT_DONE;
    tdg_print_error(status, &error);
    return TDG_EXIT_FAILED;
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_error error = {0};
    struct wish wish = {.period = arguments->flags[PERIOD].text,
                        .format = arguments->flags[WRITE].text,
                        .folder = arguments->flags[OUTPUT].text,
                        .again = arguments->flags[AGAIN].value.on,
                        .quiet = arguments->flags[QUIET].value.on};
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive");
    enum tdg_exit status = open_archive(&wish.archive, arguments->inputs[0]);
    if (!status && wish.folder && !tdg_folder_make(wish.folder))
        status = TDG_EXIT_FAILED;
    if (!status)
        status = tdg_session_begin(&wish.session, wish.quiet, NULL);
    wish.monitor = &wish.session.monitor;
    if (!status) {
        const char *format = wish.format ? wish.format : "md";
        int result = wish.folder ? save_all(&wish, &error)
                                 : tdg_archive_report(wish.archive, wish.period, format, wish.again,
                                                      stdout, wish.monitor, &error);
        status = tdg_session_end(&wish.session, result, &error);
    }
    tdg_archive_close(wish.archive);
    return status;
}

const struct tdg_command tdg_command_report = {
    .name = "report",
    .usage = "ARCHIVE [OPTION...]",
    .help = "report on one period of an archive",
    .text = "Compares a period of an archive with those before it: what is new, rising, "
            "bursting, fading or gone, its events, who is in the news, and its themes, with "
            "evidence. A report is kept: asked for again, it is the same byte for byte, "
            "whatever has been added since.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings report weekly.tidings --period 2024-W10 -o week10",
    .flags = flags,
    .run = run,
};
