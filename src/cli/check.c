// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings check: is an archive whole? */
#include <stdio.h>

#include "cli/archive.h"
#include "cli/session.h"
#include "cli/text.h"

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
        return tdg_arguments_wrong(arguments, "it takes one archive");
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
        puts("the archive is whole");
    return problems ? TDG_EXIT_FAILED : TDG_EXIT_DONE;
}

const struct tdg_command tdg_command_check = {
    .name = "check",
    .usage = "ARCHIVE",
    .help = "look whether an archive is whole",
    .text = "Looks through a whole archive: the file, every value, what points to what,\n"
            "every text, and the options and subjects it was begun with.\n"
            "Exit status 1 where something is wrong, which is told.\n\n"
            "example:\n"
            "  tidings add weekly.tidings datasets/tidings.jsonl\n"
            "  tidings check weekly.tidings",
    .run = run,
};
