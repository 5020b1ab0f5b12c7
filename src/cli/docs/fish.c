// SPDX-License-Identifier: GPL-3.0-or-later
/* Completion for fish. */
#include "cli/docs/docs.h"
#include "cli/docs/print.h"

#include <string.h>

static void put_help(const char *text)
{
    fputs(" -d '", stdout);
    tdg_docs_put(text, "\\", "\\'");
    puts("'");
}

static void put_value(const struct tdg_option_info *info)
{
    size_t length;
    if (info->type == TDG_OPTION_FILE)
        fputs(" -r -F", stdout);
    else if (info->type == TDG_OPTION_FOLDER)
        fputs(" -x -a '(__fish_complete_directories)'", stdout);
    else if (tdg_option_word(info, 0, &length)) {
        bool list = info->type == TDG_OPTION_FORMATS;
        printf(" -x -a '%s", list ? "(__fish_append , " : "");
        tdg_docs_words(info);
        fputs(list ? ")'" : "'", stdout);
    } else
        fputs(" -x", stdout);
}

static void put_option(const struct tdg_command *command, const struct tdg_row *row)
{
    printf("complete -c tidings -n '__tidings_is %s' -l %s", command->name, row->info->name);
    if (row->letter)
        printf(" -s %c", row->letter);
    if (row->info->argument)
        put_value(row->info);
    put_help(row->info->help);
}

static void put_inputs(const struct tdg_command *command)
{
    if (command->words) {
        printf("complete -c tidings -n '__tidings_is %s; and test (count (commandline -opc)) = 3'"
               " -f -a '",
               command->name);
        for (const char *at = command->words; *at; at++)
            putchar(*at == '|' ? ' ' : *at);
        puts("'");
    } else if (strcmp(command->name, "help") == 0) {
        fputs("complete -c tidings -n '__tidings_is help' -f -a '", stdout);
        for (size_t i = 0; tdg_command_at(i); i++)
            printf("%s%s", i ? " " : "", tdg_command_at(i)->name);
        puts("'");
    } else if (!tdg_docs_takes_files(command))
        printf("complete -c tidings -n '__tidings_is %s' -f\n", command->name);
}

void tdg_docs_fish(void)
{
    puts("# fish completion for tidings, made by its build from the table of options\n"
         "\n"
         "function __tidings_is -d 'Whether the command is this one'\n"
         "    set -l words (commandline -opc)\n"
         "    test (count $words) -gt 1; and test $words[2] = $argv[1]\n"
         "end\n"
         "\n"
         "function __tidings_begins -d 'Whether there is no command yet'\n"
         "    test (count (commandline -opc)) = 1\n"
         "end\n");
    for (size_t i = 0; tdg_command_at(i); i++) {
        printf("complete -c tidings -n __tidings_begins -f -a %s", tdg_command_at(i)->name);
        put_help(tdg_command_at(i)->help);
    }
    puts("complete -c tidings -n __tidings_begins -l help -s h -d 'list the commands'\n"
         "complete -c tidings -n __tidings_begins -l version -d 'print the version'");
    for (size_t i = 0; tdg_command_at(i); i++) {
        const struct tdg_command *command = tdg_command_at(i);
        struct tdg_row rows[TDG_ROWS_MAX];
        size_t count = tdg_help_rows(command, rows);
        putchar('\n');
        for (size_t j = 0; j < count; j++)
            put_option(command, &rows[j]);
        put_inputs(command);
    }
}
