// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>

#include "cli/suggestion.h"

static const struct tdg_command *const commands[] = {
    &tdg_command_analyze, &tdg_command_inspect, &tdg_command_add,    &tdg_command_refit,
    &tdg_command_report,  &tdg_command_diff,    &tdg_command_themes, &tdg_command_events,
    &tdg_command_stories, &tdg_command_show,    &tdg_command_why,    &tdg_command_search,
    &tdg_command_curate,  &tdg_command_remove,  &tdg_command_export, &tdg_command_check,
    &tdg_command_score,   &tdg_command_sample,  &tdg_command_verify, &tdg_command_help,
    &tdg_command_version,
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

const struct tdg_command *tdg_command_at(size_t index)
{
    return index < COMMANDS ? commands[index] : NULL;
}

const struct tdg_command *tdg_command_find(const char *name)
{
    for (size_t i = 0; tdg_command_at(i); i++)
        if (strcmp(tdg_command_at(i)->name, name) == 0)
            return tdg_command_at(i);
    return NULL;
}

bool tdg_command_row(const struct tdg_command *command, size_t index, struct tdg_row *row)
{
    static const struct tdg_option_info help = {
        .name = "help", .group = TDG_GROUP_GENERAL, .help = "print this help"};
    const struct tdg_flag *flags = command->flags;
    size_t flag_count = 0, option_count = command->takes_options ? tdg_option_count() : 0;
    while (flags && flags[flag_count].info.name)
        flag_count++;
    if (index > flag_count + option_count)
        return false;
    *row = (struct tdg_row){.info = &help, .letter = 'h', .flag = SIZE_MAX};
    if (index < flag_count)
        *row = (struct tdg_row){&flags[index].info, index, flags[index].letter, false};
    else if (index < flag_count + option_count) {
        const struct tdg_option_info *info = tdg_option_info(index - flag_count);
        bool refused = (info->use != TDG_OPTION_BOTH && info->use != command->use) ||
                       (command->groups && !(command->groups >> info->group & 1));
        *row = (struct tdg_row){info, SIZE_MAX, 0, refused};
    }
    return true;
}

enum tdg_exit tdg_command_unknown(const char *name)
{
    struct tdg_suggestion suggestion = {.typed = name};
    for (size_t i = 0; tdg_command_at(i); i++)
        tdg_suggestion_offer(&suggestion, tdg_command_at(i)->name);
    fputs("tidings: unknown command ", stderr);
    tdg_put_text(stderr, name);
    if (suggestion.best)
        fprintf(stderr, "; did you mean %s?\n", suggestion.best);
    else
        fputs("; 'tidings help' lists them\n", stderr);
    return TDG_EXIT_USAGE;
}
