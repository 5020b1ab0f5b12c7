// SPDX-License-Identifier: GPL-3.0-or-later
/* Completion for zsh: specifications of _arguments, a command at a time. */
#include "cli/docs/docs.h"
#include "cli/docs/print.h"

#include <string.h>

/* In single quotes and in brackets of a specification. */
static void put_help(const char *text)
{
    tdg_docs_put(text, "[]:\\", "'\\''");
}

static void put_value(const struct tdg_option_info *info)
{
    size_t length;
    putchar(':');
    put_help(info->argument);
    putchar(':');
    if (info->type == TDG_OPTION_FILE)
        fputs("_files", stdout);
    else if (info->type == TDG_OPTION_FOLDER)
        fputs("_files -/", stdout);
    else if (info->type == TDG_OPTION_FORMATS) {
        fputs("_values -s , format ", stdout);
        tdg_docs_words(info);
    } else if (tdg_option_word(info, 0, &length)) {
        putchar('(');
        tdg_docs_words(info);
        putchar(')');
    } else
        putchar(' ');
}

/* '(-o --output)'{-o+,--output=}'[its help]:DIR:_files -/' */
static void put_option(const struct tdg_row *row)
{
    const struct tdg_option_info *info = row->info;
    fputs("        ", stdout);
    if (row->letter)
        printf("'(-%c --%s)'{-%c%s,--%s%s}'[", row->letter, info->name, row->letter,
               info->argument ? "+" : "", info->name, info->argument ? "=" : "");
    else
        printf("'%s--%s%s[", info->repeatable ? "*" : "", info->name, info->argument ? "=" : "");
    put_help(info->help);
    putchar(']');
    if (info->argument)
        put_value(info);
    puts("' \\");
}

static void put_inputs(const struct tdg_command *command)
{
    if (command->words) {
        fputs("        '1:archive:_files' '2:decision:(", stdout);
        for (const char *at = command->words; *at; at++)
            putchar(*at == '|' ? ' ' : *at);
        puts(")' '*:argument: '");
    } else if (strcmp(command->name, "help") == 0)
        puts("        '1:command:_tidings_commands'");
    else
        puts(tdg_docs_takes_files(command) ? "        '*:file:_files'" : "        ': :'");
}

static void put_command(const struct tdg_command *command)
{
    struct tdg_row rows[TDG_ROWS_MAX];
    size_t count = tdg_help_rows(command, rows);
    printf("    %s)\n      _arguments -s \\\n", command->name);
    for (size_t i = 0; i < count; i++)
        put_option(&rows[i]);
    put_inputs(command);
    puts("      ;;");
}

void tdg_docs_zsh(void)
{
    puts("#compdef tidings\n"
         "# zsh completion for tidings, made by its build from the table of options\n"
         "\n"
         "_tidings_commands() {\n"
         "  local -a commands\n"
         "  commands=(");
    for (size_t i = 0; tdg_command_at(i); i++) {
        printf("    '%s:", tdg_command_at(i)->name);
        tdg_docs_put(tdg_command_at(i)->help, "\\", "'\\''");
        puts("'");
    }
    puts("  )\n"
         "  _describe command commands\n"
         "}\n"
         "\n"
         "_tidings() {\n"
         "  local context state state_descr line\n"
         "  typeset -A opt_args\n"
         "  _arguments -C '1:command:_tidings_commands' '*::argument:->rest'\n"
         "  [[ $state == rest ]] || return\n"
         "  case $words[1] in");
    for (size_t i = 0; tdg_command_at(i); i++)
        put_command(tdg_command_at(i));
    puts("  esac\n"
         "}\n"
         "\n"
         "_tidings \"$@\"");
}
