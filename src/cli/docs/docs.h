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

#endif
