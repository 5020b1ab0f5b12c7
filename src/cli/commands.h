// SPDX-License-Identifier: GPL-3.0-or-later
/** The commands of the program: a table, and one file for each. The program includes <tidings/…>
 * only, like any other user of the library. */
#ifndef TDG_CLI_COMMANDS_H
#define TDG_CLI_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/options.h>

struct tdg_arguments;

/** How the program ends. */
enum tdg_exit {
    TDG_EXIT_DONE = 0,
    TDG_EXIT_FAILED = 1,
    TDG_EXIT_USAGE = 2,
    TDG_EXIT_STOPPED = 130
};

/** An option of the program itself; those of the library are the rows of tdg_option_info. */
struct tdg_flag {
    const char *name;
    char letter;          /* 0 for none */
    const char *argument; /* NULL for a switch */
    const char *help;
};

struct tdg_command {
    const char *name;
    const char *usage;            /* what follows the name */
    const char *help;             /* one line */
    const char *text;             /* paragraphs and an example, NULL for none */
    const struct tdg_flag *flags; /* ends with a row without a name; NULL for none */
    bool takes_options;           /* understands the options of the library as well … */
    enum tdg_option_use use;      /* … those for this, and those for both */
    enum tdg_exit (*run)(const struct tdg_arguments *arguments);
};

extern const struct tdg_command tdg_command_analyze;
extern const struct tdg_command tdg_command_add;
extern const struct tdg_command tdg_command_refit;
extern const struct tdg_command tdg_command_themes;
extern const struct tdg_command tdg_command_stories;
extern const struct tdg_command tdg_command_show;
extern const struct tdg_command tdg_command_search;
extern const struct tdg_command tdg_command_report;
extern const struct tdg_command tdg_command_diff;
extern const struct tdg_command tdg_command_why;
extern const struct tdg_command tdg_command_curate;
extern const struct tdg_command tdg_command_remove;
extern const struct tdg_command tdg_command_export;
extern const struct tdg_command tdg_command_check;
extern const struct tdg_command tdg_command_score;
extern const struct tdg_command tdg_command_verify;
extern const struct tdg_command tdg_command_help;
extern const struct tdg_command tdg_command_version;

/** Rows of the table, NULL beyond its end. */
const struct tdg_command *tdg_command_at(size_t index);
const struct tdg_command *tdg_command_find(const char *name);
/** Says that there is no such command, and which one may be meant. */
enum tdg_exit tdg_command_unknown(const char *name);

#endif
