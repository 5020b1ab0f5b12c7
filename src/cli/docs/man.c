// SPDX-License-Identifier: GPL-3.0-or-later
/* Pages in the macros of man(7), which groff and mandoc both read. */
#include "cli/docs/docs.h"
#include "cli/docs/print.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include <tidings/version.h>

enum { WIDTH = 68 };

static void put_byte(char byte, bool literal)
{
    if (byte == '\\')
        fputs("\\e", stdout);
    else if (byte == '-')
        fputs("\\-", stdout);
    else if (byte == '\'' && literal)
        fputs("\\(aq", stdout);
    else
        putchar(byte);
}

/* As it is to be typed. */
static void put_literal(const char *text)
{
    for (; *text; text++)
        put_byte(*text, true);
}

/* A word; the dashes of one that names an option are those of a shell, others are hyphens. */
static void put_word(const char *word, size_t length)
{
    bool option =
        word[0] == '-' || (length > 1 && ispunct((unsigned char)word[0]) && word[1] == '-');
    if (*word == '.' || *word == '\'')
        fputs("\\&", stdout);
    for (size_t i = 0; i < length; i++)
        if (option)
            put_byte(word[i], false);
        else
            putchar(word[i]);
}

/* Lines of prose, a new one after each sentence. The first letter becomes a capital. */
static void put_prose(const char *text)
{
    size_t column = 0;
    for (size_t length; *text; text += length + strspn(text + length, " ")) {
        length = strcspn(text, " ");
        if (!column && isalpha((unsigned char)*text)) {
            putchar(toupper((unsigned char)*text));
            put_word(text + 1, length - 1);
        } else
            put_word(text, length);
        column += length + 1;
        bool sentence = text[length - 1] == '.';
        if (text[length])
            putchar(sentence || column > WIDTH ? '\n' : ' ');
        if (sentence || column > WIDTH)
            column = 1;
    }
}

static void put_line(const char *text)
{
    put_prose(text);
    putchar('\n');
}

static void put_title(const char *name)
{
    fputs(".TH TIDINGS", stdout);
    if (*name)
        fputs("\\-", stdout);
    for (; *name; name++)
        putchar(toupper((unsigned char)*name));
    printf(" 1 \"\" \"tidings %s\" \"User Commands\"\n", tdg_version());
}

static void put_paragraphs(const char *text)
{
    char part[TDG_PART];
    bool first = true;
    while (tdg_help_part(&text, "\n\n", part)) {
        char *meaning = strchr(part, '\t');
        if (meaning) {
            *meaning++ = '\0';
            printf(".TP\n.B %s\n", part);
        } else if (!first)
            puts(".PP");
        put_line(meaning ? meaning : part);
        first = false;
    }
}

static void put_synopsis(const struct tdg_command *command)
{
    char part[TDG_PART];
    const char *usage = command->usage;
    puts(".SH SYNOPSIS");
    for (size_t i = 0; tdg_help_part(&usage, "\n", part); i++) {
        printf("%s.B tidings %s\n", i ? ".br\n" : "", command->name);
        put_literal(part);
        putchar('\n');
    }
}

/* "Default: 5; from 0 to 36500." */
static void put_facts(const struct tdg_option_info *info)
{
    bool initial = info->initial && *info->initial && info->type != TDG_OPTION_SWITCH;
    bool range = info->type == TDG_OPTION_NUMBER && info->max < TDG_OPTION_UNBOUNDED;
    if (info->type == TDG_OPTION_FORMAT || info->type == TDG_OPTION_FORMATS) {
        fputs("Formats: ", stdout);
        tdg_docs_words(info);
        puts(".");
    }
    if (initial)
        printf("Default: %s%s", info->initial, range ? "; " : ".\n");
    if (range)
        printf("%s %" PRIu64 " to %" PRIu64 ".\n", initial ? "from" : "From", info->min, info->max);
}

static void put_option(const struct tdg_row *row)
{
    const struct tdg_option_info *info = row->info;
    puts(".TP");
    if (row->letter)
        printf("\\fB\\-%c\\fR, ", row->letter);
    fputs("\\fB\\-\\-", stdout);
    put_literal(info->name);
    fputs("\\fR", stdout);
    if (info->argument) {
        fputs(" \\fI", stdout);
        put_literal(info->argument);
        fputs("\\fR", stdout);
    }
    putchar('\n');
    put_prose(info->help);
    puts(".");
    put_facts(info);
}

static void put_examples(const char *lines)
{
    char part[TDG_PART];
    puts(".SH EXAMPLES\n.nf");
    while (tdg_help_part(&lines, "\n", part)) {
        put_literal(part);
        putchar('\n');
    }
    puts(".fi");
}

static void put_exit_status(void)
{
    puts(".SH EXIT STATUS\n"
         ".TP\n.B 0\nSuccess.\n"
         ".TP\n.B 1\nFailure; a message on standard error says why.\n"
         ".TP\n.B 2\nWrong usage.\n"
         ".TP\n.B 130\nInterrupted.");
}

void tdg_docs_man_command(const struct tdg_command *command)
{
    struct tdg_row rows[TDG_ROWS_MAX];
    size_t count = tdg_help_rows(command, rows);
    put_title(command->name);
    printf(".SH NAME\ntidings\\-%s \\- %s\n", command->name, command->help);
    put_synopsis(command);
    if (command->text) {
        puts(".SH DESCRIPTION");
        put_paragraphs(command->text);
    }
    puts(".SH OPTIONS");
    for (size_t i = 0; i < count; i++) {
        const char *heading = tdg_help_heading(rows, count, i);
        if (heading)
            printf(".SS %c%s\n", toupper((unsigned char)heading[0]), heading + 1);
        put_option(&rows[i]);
    }
    put_exit_status();
    if (command->examples)
        put_examples(command->examples);
    puts(".SH SEE ALSO\n.BR tidings (1)");
}

void tdg_docs_man(void)
{
    put_title("");
    puts(".SH NAME\ntidings \\- turn dated articles into themes and weekly trends\n"
         ".SH SYNOPSIS\n.B tidings\n.I COMMAND\n[ARGUMENT...]\n"
         ".SH DESCRIPTION");
    put_line(tdg_help_summary);
    puts("A collection of articles is analyzed by itself\n"
         ".RB ( \"tidings analyze\" ),\n"
         "or week after week in an archive, a single file\n"
         ".RB ( \"tidings add\" ,\n"
         ".BR \"tidings report\" ).\n"
         "The same articles, options and seed give the same bytes.\n"
         "Results go to standard output or to named files,\n"
         "everything else to standard error.\n"
         "There is no network code.");
    puts(".SH COMMANDS");
    for (size_t i = 0; tdg_command_at(i); i++) {
        const struct tdg_command *command = tdg_command_at(i);
        printf(".TP\n.BR tidings\\-%s (1)\n", command->name);
        put_line(command->help);
    }
    put_exit_status();
    puts(".SH ENVIRONMENT\n"
         ".TP\n.B NO_COLOR\nIf not empty, no colours are used.\n"
         ".TP\n.B COLUMNS\nThe width of a terminal that does not report one.");
    put_examples("tidings analyze datasets/tidings.jsonl\n"
                 "tidings analyze datasets/tidings.jsonl -o results\n"
                 "tidings add weekly.tidings datasets/tidings.jsonl\n"
                 "tidings report weekly.tidings --period 2024-W10 -o week10");
}
