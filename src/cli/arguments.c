// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/suggestion.h"
#include "cli/text.h"

/* One option of either table, and --help. */
struct row {
    const char *name;
    char letter;
    const char *argument; /* NULL for a switch */
    const char **flag;    /* where the value goes; NULL: to the options of the library */
    bool refused; /* an option for something else, which the library says when it is given */
};

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

/* Row 0 is --help, then come the flags of the command, then the options of the library. */
static bool row_at(struct tdg_arguments *arguments, size_t index, struct row *row)
{
    const struct tdg_flag *flags = arguments->command->flags;
    if (index == 0) {
        *row = (struct row){.name = "help", .letter = 'h'};
        return true;
    }
    index--;
    for (size_t i = 0; flags && flags[i].name; i++, index--)
        if (index == 0) {
            *row = (struct row){flags[i].name, flags[i].letter, flags[i].argument,
                                &arguments->flags[i], false};
            return true;
        }
    const struct tdg_option_info *info = arguments->options ? tdg_option_info(index) : NULL;
    if (info)
        *row = (struct row){.name = info->name,
                            .argument = info->argument,
                            .refused = info->use != TDG_OPTION_BOTH &&
                                       info->use != arguments->command->use};
    return info != NULL;
}

static bool find_name(struct tdg_arguments *arguments, const char *name, struct row *row)
{
    for (size_t i = 0; row_at(arguments, i, row); i++)
        if (strcmp(row->name, name) == 0)
            return true;
    return false;
}

static bool find_letter(struct tdg_arguments *arguments, char letter, struct row *row)
{
    for (size_t i = 0; row_at(arguments, i, row); i++)
        if (row->letter && row->letter == letter)
            return true;
    return false;
}

static enum tdg_exit unknown(struct tdg_arguments *arguments, const char *name)
{
    struct tdg_suggestion suggestion = {.typed = name};
    struct row row;
    for (size_t i = 0; row_at(arguments, i, &row); i++)
        if (!row.refused)
            tdg_suggestion_offer(&suggestion, row.name);
    if (suggestion.best)
        return tdg_arguments_wrong(arguments, "unknown option --%s; did you mean --%s?", name,
                                   suggestion.best);
    return tdg_arguments_wrong(arguments, "unknown option --%s; 'tidings %s --help' lists them",
                               name, arguments->command->name);
}

static enum tdg_exit give(struct tdg_arguments *arguments, const struct row *row, const char *value)
{
    if (row->flag) {
        *row->flag = value;
        return TDG_EXIT_DONE;
    }
    if (strcmp(row->name, "help") == 0) {
        arguments->help = true;
        return TDG_EXIT_DONE;
    }
    struct tdg_error error = {0};
    if (tdg_options_set(arguments->options, row->name, value, &error) == TDG_OK)
        return TDG_EXIT_DONE;
    return tdg_arguments_wrong(arguments, "%s", error.message);
}

/* `value` is what stands in the same word, or NULL. */
static enum tdg_exit give_or_take_next(struct cursor *cursor, const struct row *row,
                                       const char *value)
{
    if (!value && cursor->next < cursor->count)
        value = cursor->words[cursor->next++];
    if (!value)
        return tdg_arguments_wrong(cursor->arguments, "--%s needs a value: --%s %s", row->name,
                                   row->name, row->argument);
    return give(cursor->arguments, row, value);
}

static enum tdg_exit parse_long(struct cursor *cursor, const char *word)
{
    struct tdg_arguments *arguments = cursor->arguments;
    char name[64];
    size_t length = strcspn(word, "=");
    const char *value = word[length] ? word + length + 1 : NULL;
    snprintf(name, sizeof name, "%.*s", (int)(length < sizeof name ? length : sizeof name), word);

    struct row row;
    bool no = false;
    if (!find_name(arguments, name, &row)) {
        no = strncmp(name, "no-", 3) == 0 && find_name(arguments, name + 3, &row) && !row.argument;
        if (!no || strcmp(row.name, "help") == 0)
            return unknown(arguments, name);
    }
    if (row.argument)
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
        struct row row;
        if (!find_letter(cursor->arguments, *letters, &row))
            return tdg_arguments_wrong(cursor->arguments,
                                       "unknown option -%c; 'tidings %s --help' lists them",
                                       *letters, cursor->arguments->command->name);
        if (row.argument)
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
    struct cursor cursor = {arguments, words, count, 0};
    return parse_words(&cursor);
}

void tdg_arguments_done(struct tdg_arguments *arguments)
{
    free(arguments->inputs);
    tdg_options_free(arguments->options);
    *arguments = (struct tdg_arguments){0};
}

bool tdg_arguments_switch(const struct tdg_arguments *arguments, size_t flag)
{
    const char *value = arguments->flags[flag];
    return value && strcmp(value, "true") == 0;
}
