// SPDX-License-Identifier: GPL-3.0-or-later
/** Help, made from the tables of commands and options. */
#ifndef TDG_CLI_HELP_H
#define TDG_CLI_HELP_H

#include <stdio.h>

#include "cli/commands.h"

/** What the program is and its commands. */
void tdg_help_short(FILE *stream);
/** Everything about one command, on stdout. */
void tdg_help_command(const struct tdg_command *command);

#endif
