// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include <tidings/version.h>

#include "cli/arguments.h"
#include "cli/commands.h"

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    if (arguments->input_count)
        return tdg_arguments_wrong(arguments, "it takes no arguments");
    printf("tidings %s\n", tdg_version());
    return TDG_EXIT_DONE;
}

const struct tdg_command tdg_command_version = {
    .name = "version",
    .usage = "",
    .help = "print the version",
    .run = run,
};
