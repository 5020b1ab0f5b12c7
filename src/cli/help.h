// SPDX-License-Identifier: GPL-3.0-or-later
/** Help, made from the tables of commands and options; what man pages and completions share with
 * it. */
#ifndef TDG_CLI_HELP_H
#define TDG_CLI_HELP_H

#include <stdio.h>

#include "cli/commands.h"

/** What the program is and its commands. */
void tdg_help_short(FILE *stream);
/** Everything about one command, on stdout. */
void tdg_help_command(const struct tdg_command *command);

/** One sentence about the program. */
extern const char tdg_help_summary[];

enum { TDG_ROWS_MAX = 96 };
/** The options that a command takes, by group. Returns their number. */
size_t tdg_help_rows(const struct tdg_command *command, struct tdg_row rows[TDG_ROWS_MAX]);
/** "input", where row `index` begins a group that is to have a heading; else NULL. */
const char *tdg_help_heading(const struct tdg_row *rows, size_t count, size_t index);

enum { TDG_PART = 1024 };
/** Takes the next piece of *text, which ends before `end` or with the text, into `part`. False at
 * the end of the text. */
bool tdg_help_part(const char **text, const char *end, char part[TDG_PART]);

#endif
