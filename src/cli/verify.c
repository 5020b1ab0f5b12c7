// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings verify: does the same input still give the same bytes? */
#include <stdio.h>

#include <tidings/verify.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/session.h"

enum { THREADS, QUIET };

static const struct tdg_flag flags[] = {
    [THREADS] = {{.name = "threads",
                  .argument = "N",
                  .initial = "0",
                  .type = TDG_OPTION_NUMBER,
                  .max = 256,
                  .group = TDG_GROUP_GENERAL,
                  .help = "number of worker threads, 0 for one per processor"},
                 0},
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    if (arguments->input_count < 2)
        return tdg_arguments_wrong(arguments,
                                   "expected an analysis and the input it was made from");
    struct tdg_session session;
    enum tdg_exit status = tdg_session_begin(&session, arguments->flags[QUIET].value.on, NULL);
    if (status)
        return status;
    const char *threads = arguments->flags[THREADS].text;
    struct tdg_error error = {0};
    bool same = false;
    int result = tdg_verify(arguments->inputs[0], arguments->inputs + 1, arguments->input_count - 1,
                            threads, &session.monitor, &same, &error);
    status = tdg_session_end(&session, result, &error);
    if (status)
        return status;
    puts(same ? "the same bytes" : "other bytes");
    return same ? TDG_EXIT_DONE : TDG_EXIT_FAILED;
}

const struct tdg_command tdg_command_verify = {
    .name = "verify",
    .usage = "ANALYSIS.json INPUT... [OPTION...]",
    .help = "rerun an analysis and check that its bytes match",
    .text = "Analyzes INPUT with the options stored in ANALYSIS.json and checks that the "
            "result is the same file, byte for byte. Prints \"the same bytes\", or \"other "
            "bytes\" with exit status 1.",
    .examples = "tidings analyze datasets/tidings.jsonl -o results\n"
                "tidings verify results/analysis.json datasets/tidings.jsonl",
    .flags = flags,
    .run = run,
};
