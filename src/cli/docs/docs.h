// SPDX-License-Identifier: GPL-3.0-or-later
/** Man pages and shell completions, written to stdout from the tables that --help is made from. For
 * the build only: the program does not have it. */
#ifndef TDG_CLI_DOCS_H
#define TDG_CLI_DOCS_H

#include "cli/help.h"

/** tidings(1). */
void tdg_docs_man(void);
/** tidings-COMMAND(1). */
void tdg_docs_man_command(const struct tdg_command *command);

void tdg_docs_bash(void);
void tdg_docs_zsh(void);
void tdg_docs_fish(void);

/** Prints the words that an option takes as they stand, with blanks between them. Returns how many
 * there are. */
size_t tdg_docs_words(const struct tdg_option_info *info);
/** Prints `text` with a backslash before each character of `special`; inside single quotes of a
 * shell, `quote` stands for a single quote. */
void tdg_docs_put(const char *text, const char *special, const char *quote);
/** A command's first input is a file. */
bool tdg_docs_takes_files(const struct tdg_command *command);

#endif
