// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/plain.h>

#include "cli/suggestion.h"

/* The parser's place in the words. */
struct cursor {
    struct tdg_arguments *arguments;
    char *const *words;
    int count;
    int next;
};

enum tdg_exit tdg_arguments_wrong(const struct tdg_arguments *arguments, const char *format, ...)
{
    char message[1024];
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof message, format, values);
    va_end(values);
    fprintf(stderr, "tidings %s: ", arguments->command->name);
    tdg_put_text(stderr, message);
    fputc('\n', stderr);
    return TDG_EXIT_USAGE;
}

static bool find_name(const struct tdg_command *command, const char *name, struct tdg_row *row)
{
    for (size_t i = 0; tdg_command_row(command, i, row); i++)
        if (strcmp(row->info->name, name) == 0)
            return !row->refused || !command->groups;
    return false;
}

static bool find_letter(const struct tdg_command *command, char letter, struct tdg_row *row)
{
    for (size_t i = 0; tdg_command_row(command, i, row); i++)
        if (row->letter == letter)
            return true;
    return false;
}

static enum tdg_exit unknown(const struct tdg_arguments *arguments, const char *name)
{
    struct tdg_suggestion suggestion = {.typed = name};
    struct tdg_row row;
    for (size_t i = 0; tdg_command_row(arguments->command, i, &row); i++)
        if (!row.refused)
            tdg_suggestion_offer(&suggestion, row.info->name);
    if (suggestion.best)
        return tdg_arguments_wrong(arguments, "unknown option --%s; did you mean --%s?", name,
                                   suggestion.best);
    return tdg_arguments_wrong(arguments, "unknown option --%s; 'tidings %s --help' lists them",
                               name, arguments->command->name);
}

static int set_flag(struct tdg_argument *flag, const struct tdg_option_info *info,
                    const char *value, struct tdg_error *error)
{
    int status = tdg_option_read(info, value, &flag->value, error);
    if (!status)
        flag->text = value;
    return status;
}

static enum tdg_exit give(struct tdg_arguments *arguments, const struct tdg_row *row,
                          const char *value)
{
    struct tdg_error error = {0};
    int status = TDG_OK;
    if (row->flag != SIZE_MAX)
        status = set_flag(&arguments->flags[row->flag], row->info, value, &error);
    else if (row->letter == 'h')
        arguments->help = true;
    else
        status = tdg_options_set(arguments->options, row->info->name, value, &error);
    return status ? tdg_arguments_wrong(arguments, "%s", error.message) : TDG_EXIT_DONE;
}

static bool is_switch(const struct tdg_row *row)
{
    return row->info->type == TDG_OPTION_SWITCH;
}

/* `value` is what stands in the same word, or NULL. */
static enum tdg_exit give_or_take_next(struct cursor *cursor, const struct tdg_row *row,
                                       const char *value)
{
    if (!value && cursor->next < cursor->count)
        value = cursor->words[cursor->next++];
    if (!value)
        return tdg_arguments_wrong(cursor->arguments, "--%s needs a value: --%s %s",
                                   row->info->name, row->info->name,
                                   row->info->argument ? row->info->argument : "");
    return give(cursor->arguments, row, value);
}

static enum tdg_exit parse_long(struct cursor *cursor, const char *word)
{
    struct tdg_arguments *arguments = cursor->arguments;
    char name[64];
    size_t length = strcspn(word, "=");
    const char *value = word[length] ? word + length + 1 : NULL;
    snprintf(name, sizeof name, "%.*s", (int)(length < sizeof name ? length : sizeof name), word);

    struct tdg_row row;
    bool no = false;
    if (!find_name(arguments->command, name, &row)) {
        no = strncmp(name, "no-", 3) == 0 && find_name(arguments->command, name + 3, &row) &&
             is_switch(&row);
        if (!no || row.letter == 'h')
            return unknown(arguments, name);
    }
    if (!is_switch(&row))
        return give_or_take_next(cursor, &row, value);
    if (value)
        return tdg_arguments_wrong(arguments, "--%s takes no value", name);
    return give(arguments, &row, no ? "false" : "true");
}

/* "-qo out": letters of switches, and at the end one with a value. */
static enum tdg_exit parse_letters(struct cursor *cursor, const char *letters)
{
    enum tdg_exit status = TDG_EXIT_DONE;
    for (; *letters && !status; letters++) {
        struct tdg_row row;
        if (!find_letter(cursor->arguments->command, *letters, &row))
            return tdg_arguments_wrong(cursor->arguments,
                                       "unknown option -%c; 'tidings %s --help' lists them",
                                       *letters, cursor->arguments->command->name);
        if (!is_switch(&row))
            return give_or_take_next(cursor, &row, letters[1] ? letters + 1 : NULL);
        status = give(cursor->arguments, &row, "true");
    }
    return status;
}

static enum tdg_exit parse_words(struct cursor *cursor)
{
    struct tdg_arguments *arguments = cursor->arguments;
    enum tdg_exit status = TDG_EXIT_DONE;
    bool inputs_only = false;
    while (cursor->next < cursor->count && !status && !arguments->help) {
        const char *word = cursor->words[cursor->next++];
        if (inputs_only || word[0] != '-' || !word[1])
            arguments->inputs[arguments->input_count++] = word;
        else if (strcmp(word, "--") == 0)
            inputs_only = true;
        else if (word[1] == '-')
            status = parse_long(cursor, word + 2);
        else
            status = parse_letters(cursor, word + 1);
    }
    return status;
}

/* The defaults of the command's own options. */
static void begin_flags(struct tdg_arguments *arguments)
{
    const struct tdg_flag *flags = arguments->command->flags;
    for (size_t i = 0; flags && flags[i].info.name; i++)
        if (flags[i].info.initial)
            (void)set_flag(&arguments->flags[i], &flags[i].info, flags[i].info.initial, NULL);
}

enum tdg_exit tdg_arguments_parse(struct tdg_arguments *arguments,
                                  const struct tdg_command *command, int count, char *const words[])
{
    *arguments = (struct tdg_arguments){.command = command};
    arguments->inputs = calloc((size_t)count + 1, sizeof *arguments->inputs);
    if (command->takes_options)
        arguments->options = tdg_options_new();
    if (!arguments->inputs || (command->takes_options && !arguments->options)) {
        fputs("tidings: out of memory\n", stderr);
        return TDG_EXIT_FAILED;
    }
    begin_flags(arguments);
    struct cursor cursor = {arguments, words, count, 0};
    return parse_words(&cursor);
}

void tdg_arguments_done(struct tdg_arguments *arguments)
{
    free(arguments->inputs);
    tdg_options_free(arguments->options);
    *arguments = (struct tdg_arguments){0};
}
