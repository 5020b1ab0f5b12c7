// SPDX-License-Identifier: GPL-3.0-or-later
/** What the writers of all shells share. */
#ifndef TDG_CLI_DOCS_PRINT_H
#define TDG_CLI_DOCS_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/help.h"

/** Prints the words that an option takes as they stand, with blanks between them. Returns how many
 * there are. */
size_t tdg_docs_words(const struct tdg_option_info *info);
/** Prints `text` with a backslash before each character of `special`; inside single quotes of a
 * shell, `quote` stands for a single quote. */
void tdg_docs_put(const char *text, const char *special, const char *quote);
/** A command's first input is a file. */
bool tdg_docs_takes_files(const struct tdg_command *command);

#endif
