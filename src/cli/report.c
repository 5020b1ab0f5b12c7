// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings report: what a period of an archive brought. */
#include <stdio.h>

#include "cli/archive.h"
#include "cli/session.h"

enum { PERIOD, WRITE, AGAIN, QUIET };

static const struct tdg_flag flags[] = {
    [PERIOD] = {"period", 0, "PERIOD",
                "such as 2019-W10, 2019-03 or 2019-03-04 (default: the newest whole one)"},
    [WRITE] = {"write", 0, "json|csv|md", "how to write it (default: md)"},
    [AGAIN] = {"again", 0, NULL, "make it anew, with the themes as they are now"},
    [QUIET] = {"quiet", 'q', NULL, "no progress and no remarks, only results and errors"},
    {0},
};

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    const char *format = arguments->flags[WRITE] ? arguments->flags[WRITE] : "md";
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "it takes one archive");
    enum tdg_exit status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_WRITE);
    if (!status)
        status = tdg_session_begin(&session, tdg_arguments_switch(arguments, QUIET), NULL);
    if (!status) {
        int result = tdg_archive_report(archive, arguments->flags[PERIOD], format,
                                        tdg_arguments_switch(arguments, AGAIN), stdout,
                                        &session.monitor, &error);
        status = tdg_session_end(&session, result, &error);
    }
    tdg_archive_close(archive);
    return status;
}

const struct tdg_command tdg_command_report = {
    .name = "report",
    .usage = "ARCHIVE [OPTION...]",
    .help = "report a period of an archive",
    .text = "Reports a period of an archive against those before it: what is new, rising,\n"
            "bursting, fading or gone, its stories and its themes, with evidence. A report\n"
            "is kept: asked for again, it is the same byte for byte, whatever was added\n"
            "since.\n\n"
            "example:\n"
            "  tidings add weekly.tidings datasets/tidings.jsonl\n"
            "  tidings report weekly.tidings --period 2024-W10",
    .flags = flags,
    .run = run,
};
