// SPDX-License-Identifier: GPL-3.0-or-later
/** The words after a command: options in any order, and inputs between them.
 *
 * `--name value`, `--name=value`, `--switch`, `--no-switch`, `-o value`, `-ovalue`, `--` before
 * inputs that begin with a dash. Where an option is given twice, the last one counts.
 */
#ifndef TDG_CLI_ARGUMENTS_H
#define TDG_CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/options.h>

#include "cli/commands.h"

enum { TDG_FLAGS_MAX = 16 };

/** The value of an option of a command. */
struct tdg_argument {
    const char *text; /* as given, or the default; NULL for none */
    union tdg_option_value value;
};

/** All strings are borrowed from argv. */
struct tdg_arguments {
    const struct tdg_command *command;
    struct tdg_argument flags[TDG_FLAGS_MAX]; /* [row of command->flags] */
    const char **inputs;
    size_t input_count;
    struct tdg_options *options; /* NULL where the command takes none */
    bool help;                   /* --help: what follows it does not count */
};

/** Tells on stderr what is wrong. Free with tdg_arguments_done, whatever the result is. */
enum tdg_exit tdg_arguments_parse(struct tdg_arguments *arguments,
                                  const struct tdg_command *command, int count,
                                  char *const words[]);
void tdg_arguments_done(struct tdg_arguments *arguments);

/** Begins a message of the command on stderr ("tidings analyze: "), ends it with a new line and
 * returns TDG_EXIT_USAGE. */
enum tdg_exit tdg_arguments_wrong(const struct tdg_arguments *arguments, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
