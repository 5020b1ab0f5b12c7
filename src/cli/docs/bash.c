// SPDX-License-Identifier: GPL-3.0-or-later
/* Completion for bash. It needs nothing but bash 4. */
#include "cli/docs/docs.h"
#include "cli/docs/print.h"

#include <string.h>

static void put_option_names(const struct tdg_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        printf("%s--%s", i ? " " : "", rows[i].info->name);
        if (rows[i].letter)
            printf(" -%c", rows[i].letter);
    }
}

/* What completes the value of an option. */
static void put_value(const struct tdg_row *row)
{
    const struct tdg_option_info *info = row->info;
    size_t length;
    printf("        --%s", info->name);
    if (row->letter)
        printf(" | -%c", row->letter);
    fputs(") ", stdout);
    if (info->type == TDG_OPTION_FILE)
        fputs("_tidings_files -f", stdout);
    else if (info->type == TDG_OPTION_FOLDER)
        fputs("_tidings_files -d", stdout);
    else if (tdg_option_word(info, 0, &length)) {
        printf("%s '", info->type == TDG_OPTION_FORMATS ? "_tidings_list" : "_tidings_words");
        tdg_docs_words(info);
        putchar('\'');
    } else
        putchar(':');
    puts("; return ;;");
}

static void put_command(const struct tdg_command *command)
{
    struct tdg_row rows[TDG_ROWS_MAX];
    size_t count = tdg_help_rows(command, rows);
    printf("    %s)\n        options='", command->name);
    put_option_names(rows, count);
    puts("'\n        case $before in");
    for (size_t i = 0; i < count; i++)
        if (rows[i].info->argument)
            put_value(&rows[i]);
    puts("        esac");
    if (command->words) {
        fputs("        [ \"$COMP_CWORD\" = 3 ] && words='", stdout);
        tdg_docs_put(command->words, "", "");
        puts("'");
    } else if (strcmp(command->name, "help") == 0)
        puts("        words=$commands");
    if (!tdg_docs_takes_files(command))
        puts("        files=");
    puts("        ;;");
}

void tdg_docs_bash(void)
{
    puts("# bash completion for tidings, made by its build from the table of options\n"
         "\n"
         "_tidings_words()\n"
         "{\n"
         "    COMPREPLY=($(compgen -W \"$1\" -- \"$current\"))\n"
         "}\n"
         "\n"
         "# The last of several words with commas between them.\n"
         "_tidings_list()\n"
         "{\n"
         "    local before=\n"
         "    [[ $current == *,* ]] && before=${current%,*},\n"
         "    COMPREPLY=($(compgen -P \"$before\" -W \"$1\" -- \"${current##*,}\"))\n"
         "}\n"
         "\n"
         "_tidings_files()\n"
         "{\n"
         "    local IFS=$'\\n'\n"
         "    compopt -o filenames 2> /dev/null\n"
         "    COMPREPLY=($(compgen \"$1\" -- \"$current\"))\n"
         "}\n"
         "\n"
         "_tidings()\n"
         "{\n"
         "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
         "    local options= words= files=yes commands");
    fputs("    commands='", stdout);
    for (size_t i = 0; tdg_command_at(i); i++)
        printf("%s%s", i ? " " : "", tdg_command_at(i)->name);
    puts("'\n"
         "    COMPREPLY=()\n"
         "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
         "        _tidings_words \"$commands --help --version\"\n"
         "        return\n"
         "    fi\n"
         "    # --name=value comes as three words\n"
         "    if [ \"$current\" = = ]; then\n"
         "        current=\n"
         "    elif [ \"$before\" = = ]; then\n"
         "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
         "    fi\n"
         "    case ${COMP_WORDS[1]} in");
    for (size_t i = 0; tdg_command_at(i); i++)
        put_command(tdg_command_at(i));
    puts("    *) return ;;\n"
         "    esac\n"
         "    if [[ $current == -* ]]; then\n"
         "        _tidings_words \"$options\"\n"
         "    elif [ -n \"$words\" ]; then\n"
         "        _tidings_words \"${words//|/ }\"\n"
         "    elif [ -n \"$files\" ]; then\n"
         "        _tidings_files -f\n"
         "    fi\n"
         "}\n"
         "\n"
         "complete -F _tidings tidings");
}
