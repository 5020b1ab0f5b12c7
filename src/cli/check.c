// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings check: is an archive whole? */
#include <stdio.h>

#include <tidings/plain.h>

#include "cli/archive_commands.h"
#include "cli/session.h"

static void tell(void *context, const char *problem)
{
    (void)context;
    tdg_put_text(stdout, problem);
    putchar('\n');
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    size_t problems = 0;
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive");
    enum tdg_exit exit = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_READ);
    if (exit)
        return exit;
    int status = tdg_archive_check(archive, tell, NULL, &problems, &error);
    tdg_archive_close(archive);
    if (status) {
        tdg_print_error(status, &error);
        return TDG_EXIT_FAILED;
    }
    if (!problems)
        puts("the archive is intact");
    return problems ? TDG_EXIT_FAILED : TDG_EXIT_DONE;
}

const struct tdg_command tdg_command_check = {
    .name = "check",
    .usage = "ARCHIVE",
    .help = "verify an archive's integrity",
    .text = "Checks everything in an archive: the file, every value, every reference, every "
            "text, and the options and topics it was created with. Prints each problem; the "
            "exit status is 1 if there is any.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings check weekly.tidings",
    .run = run,
};
