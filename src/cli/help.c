// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <string.h>

#include <tidings/options.h>

#include "cli/arguments.h"
#include "cli/text.h"

enum { WIDTH = 80, HELP_COLUMN = 28 };

/* "  -o, --output DIR         its help (default)". `initial` is NULL for none. */
static void put_option(char letter, const char *name, const char *argument, const char *help,
                       const char *initial)
{
    char left[128], right[96] = "";
    bool is_switch = !argument, on = initial && strcmp(initial, "true") == 0;
    int used = letter ? snprintf(left, sizeof left, "  -%c, ", letter)
                      : snprintf(left, sizeof left, "      ");
    snprintf(left + used, sizeof left - (size_t)used, "--%s%s%s%s", is_switch && on ? "[no-]" : "",
             name, argument ? " " : "", argument ? argument : "");
    if (initial && *initial && (!is_switch || on))
        snprintf(right, sizeof right, "(default: %s)", is_switch ? "yes" : initial);
    size_t column = (size_t)printf("%s", left);
    if (column + 2 > HELP_COLUMN) {
        fputc('\n', stdout);
        column = 0;
    }
    printf("%*s", (int)(HELP_COLUMN - column), "");
    column = tdg_put_wrapped(stdout, help, HELP_COLUMN, HELP_COLUMN, WIDTH);
    tdg_put_wrapped(stdout, right, column, HELP_COLUMN, WIDTH);
    fputc('\n', stdout);
}

void tdg_help_short(FILE *stream)
{
    fputs("Turns dated articles into themes and weekly trends.\n\n"
          "usage: tidings COMMAND [ARGUMENT...]\n\n",
          stream);
    for (size_t i = 0; tdg_command_at(i); i++)
        fprintf(stream, "  %-10s%s\n", tdg_command_at(i)->name, tdg_command_at(i)->help);
    fputs("\n'tidings help COMMAND' tells more. To see what it does:\n\n"
          "  tidings analyze datasets/tidings.jsonl\n",
          stream);
}

void tdg_help_command(const struct tdg_command *command)
{
    printf("usage: tidings %s%s%s\n\n%s\n", command->name, *command->usage ? " " : "",
           command->usage, command->text ? command->text : command->help);
    fputs("\noptions:\n", stdout);
    for (const struct tdg_flag *flag = command->flags; flag && flag->name; flag++)
        put_option(flag->letter, flag->name, flag->argument, flag->help, NULL);
    for (size_t i = 0; command->takes_options && tdg_option_info(i); i++) {
        const struct tdg_option_info *info = tdg_option_info(i);
        if (info->use == TDG_OPTION_BOTH || info->use == command->use)
            put_option(0, info->name, info->argument, info->help, info->initial);
    }
    put_option('h', "help", NULL, "print this text", NULL);
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    if (arguments->input_count > 1)
        return tdg_arguments_wrong(arguments, "one command at a time");
    if (!arguments->input_count) {
        tdg_help_short(stdout);
        return TDG_EXIT_DONE;
    }
    const struct tdg_command *command = tdg_command_find(arguments->inputs[0]);
    if (!command)
        return tdg_command_unknown(arguments->inputs[0]);
    tdg_help_command(command);
    return TDG_EXIT_DONE;
}

const struct tdg_command tdg_command_help = {
    .name = "help",
    .usage = "[COMMAND]",
    .help = "tell more about a command",
    .run = run,
};
