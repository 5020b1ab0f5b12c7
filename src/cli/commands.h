// SPDX-License-Identifier: GPL-3.0-or-later
/** The commands of the program: a table, and one file for each. The program includes <tidings/…>
 * only, like any other user of the library. */
#ifndef TDG_CLI_COMMANDS_H
#define TDG_CLI_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
    struct tdg_option_info info;
    char letter; /* 0 for none */
};

/* Those that several commands have. */
#define TDG_FLAG_QUIET                                                                             \
    {                                                                                              \
        {.name = "quiet", .group = TDG_GROUP_GENERAL, .help = "print only results and errors"},    \
            'q'                                                                                    \
    }
#define TDG_FLAG_SKIPPED                                                                           \
    {                                                                                              \
        {.name = "skipped",                                                                        \
         .argument = "FILE",                                                                       \
         .type = TDG_OPTION_FILE,                                                                  \
         .group = TDG_GROUP_OUTPUT,                                                                \
         .help = "list every skipped record and every article outside --from and --to in this "    \
                 "CSV file: file,line,reason"},                                                    \
            0                                                                                      \
    }
#define TDG_FLAG_OUTPUT                                                                            \
    {                                                                                              \
        {.name = "output",                                                                         \
         .argument = "DIR",                                                                        \
         .type = TDG_OPTION_FOLDER,                                                                \
         .group = TDG_GROUP_OUTPUT,                                                                \
         .help = "write the results to this folder, which is created if missing"},                 \
            'o'                                                                                    \
    }
#define TDG_FLAG_JSON                                                                              \
    {                                                                                              \
        {.name = "json", .group = TDG_GROUP_OUTPUT, .help = "print JSON"}, 0                       \
    }

struct tdg_command {
    const char *name;
    const char *usage;    /* what follows the name; several ways on a line each */
    const char *help;     /* one line */
    const char *text;     /* paragraphs with an empty line between them, or NULL; "TERM\tMEANING" is
                             a paragraph of a list */
    const char *examples; /* command lines, one a line, or NULL */
    const char *words;    /* "rename|merge": what may follow the first input, or NULL */
    const struct tdg_flag *flags; /* ends with a row without a name; NULL for none */
    bool takes_options;           /* understands the options of the library as well … */
    enum tdg_option_use use;      /* … those for this, and those for both; */
    unsigned groups;              /* of these groups, as bits; 0: of all */
    enum tdg_exit (*run)(const struct tdg_arguments *arguments);
};

extern const struct tdg_command tdg_command_analyze;
extern const struct tdg_command tdg_command_inspect;
extern const struct tdg_command tdg_command_add;
extern const struct tdg_command tdg_command_refit;
extern const struct tdg_command tdg_command_themes;
extern const struct tdg_command tdg_command_events;
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
extern const struct tdg_command tdg_command_sample;
extern const struct tdg_command tdg_command_verify;
extern const struct tdg_command tdg_command_help;
extern const struct tdg_command tdg_command_version;

/** One option of a command, wherever it comes from. */
struct tdg_row {
    const struct tdg_option_info *info;
    size_t flag;  /* row of command->flags; SIZE_MAX: an option of the library, or --help */
    char letter;  /* 0 for none */
    bool refused; /* an option for something else, which the library says when it is given */
};

/** The options of a command: its own, those of the library where it takes them, and --help at the
 * end. False beyond. */
bool tdg_command_row(const struct tdg_command *command, size_t index, struct tdg_row *row);

/** Rows of the table, NULL beyond its end. */
const struct tdg_command *tdg_command_at(size_t index);
const struct tdg_command *tdg_command_find(const char *name);
/** Says that there is no such command, and which one may be meant. */
enum tdg_exit tdg_command_unknown(const char *name);

#endif
