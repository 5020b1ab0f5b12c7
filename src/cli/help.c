// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <string.h>

#include <tidings/options.h>
#include <tidings/plain.h>

#include "cli/arguments.h"
#include "cli/terminal.h"

enum { WIDEST = 100, HELP_COLUMN = 28, TERM_COLUMN = 10, FEW = 8 };

const char tdg_help_summary[] = "Turns dated articles into themes and weekly trends.";

static const char *const headings[] = {
    [TDG_GROUP_INPUT] = "input",       [TDG_GROUP_DUPLICATES] = "duplicates",
    [TDG_GROUP_THEMES] = "themes",     [TDG_GROUP_WORDS] = "words",
    [TDG_GROUP_LABELS] = "labels",     [TDG_GROUP_TIME] = "time",
    [TDG_GROUP_FINDINGS] = "findings", [TDG_GROUP_SELECTION] = "selection",
    [TDG_GROUP_OUTPUT] = "output",     [TDG_GROUP_ARCHIVE] = "archive",
    [TDG_GROUP_LIMITS] = "limits",     [TDG_GROUP_GENERAL] = "general",
};

enum { GROUPS = sizeof headings / sizeof *headings };

size_t tdg_help_rows(const struct tdg_command *command, struct tdg_row rows[TDG_ROWS_MAX])
{
    struct tdg_row row;
    size_t count = 0;
    for (size_t group = 0; group < GROUPS; group++)
        for (size_t i = 0; tdg_command_row(command, i, &row) && count < TDG_ROWS_MAX; i++)
            if (row.info->group == group && !row.refused)
                rows[count++] = row;
    return count;
}

/* A few options need none. */
const char *tdg_help_heading(const struct tdg_row *rows, size_t count, size_t index)
{
    enum tdg_option_group group = rows[index].info->group;
    bool first = !index || rows[index - 1].info->group != group;
    return count >= FEW && first ? headings[group] : NULL;
}

bool tdg_help_part(const char **text, const char *end, char part[TDG_PART])
{
    if (!*text || !**text)
        return false;
    const char *stop = strstr(*text, end);
    size_t length = stop ? (size_t)(stop - *text) : strlen(*text);
    snprintf(part, TDG_PART, "%.*s", (int)length, *text);
    *text += length + (stop ? strlen(end) : 0);
    return true;
}

/* "[json, csv]" for formats, whose words the argument does not show; "(default: 20)". */
static size_t put_facts(const struct tdg_option_info *info, size_t column, size_t width)
{
    char text[256];
    size_t length, next;
    const char *word;
    bool formats = info->type == TDG_OPTION_FORMAT || info->type == TDG_OPTION_FORMATS;
    for (size_t i = 0; formats && (word = tdg_option_word(info, i, &length)); i++) {
        snprintf(text, sizeof text, "%s%.*s%s", i ? "" : "[", (int)length, word,
                 tdg_option_word(info, i + 1, &next) ? "," : "]");
        column = tdg_put_wrapped(stdout, text, column, HELP_COLUMN, width);
    }
    if (!info->initial || !*info->initial || info->type == TDG_OPTION_SWITCH)
        return column;
    snprintf(text, sizeof text, "(default: %s)", info->initial);
    return tdg_put_wrapped(stdout, text, column, HELP_COLUMN, width);
}

/* "  -o, --output DIR         its help (default)". */
static void put_option(const struct tdg_row *row, size_t width)
{
    const struct tdg_option_info *info = row->info;
    size_t column = (size_t)(row->letter ? printf("  -%c, ", row->letter) : printf("      ")) +
                    (size_t)printf("--%s%s%s", info->name, info->argument ? " " : "",
                                   info->argument ? info->argument : "");
    if (column + 2 > HELP_COLUMN) {
        putchar('\n');
        column = 0;
    }
    printf("%*s", (int)(HELP_COLUMN - column), "");
    column = tdg_put_wrapped(stdout, info->help, HELP_COLUMN, HELP_COLUMN, width);
    put_facts(info, column, width);
    putchar('\n');
}

static void put_paragraphs(const char *text, size_t width)
{
    char part[TDG_PART];
    bool item = false;
    while (tdg_help_part(&text, "\n\n", part)) {
        char *meaning = strchr(part, '\t');
        if (!meaning || !item)
            putchar('\n');
        item = meaning != NULL;
        if (meaning) {
            *meaning++ = '\0';
            printf("  %-*s", TERM_COLUMN - 2, part);
            tdg_put_wrapped(stdout, meaning, TERM_COLUMN, TERM_COLUMN, width);
        } else
            tdg_put_wrapped(stdout, part, 0, 0, width);
        putchar('\n');
    }
}

static void put_lines(const char *text, const char *before, const char *name)
{
    char part[TDG_PART];
    while (tdg_help_part(&text, "\n", part)) {
        printf("%s%s%s%s\n", before, name, *name && *part ? " " : "", part);
        if (*name)
            before = "       tidings ";
    }
}

void tdg_help_short(FILE *stream)
{
    fprintf(stream, "%s\n\nusage: tidings COMMAND [ARGUMENT...]\n\n", tdg_help_summary);
    for (size_t i = 0; tdg_command_at(i); i++)
        fprintf(stream, "  %-10s%s\n", tdg_command_at(i)->name, tdg_command_at(i)->help);
    fputs("\n'tidings help COMMAND' explains a command. To see what tidings does, run:\n\n"
          "  tidings analyze datasets/tidings.jsonl\n",
          stream);
}

void tdg_help_command(const struct tdg_command *command)
{
    struct tdg_row rows[TDG_ROWS_MAX];
    size_t count = tdg_help_rows(command, rows), width = tdg_terminal_of(stdout).width;
    width = width < WIDEST ? width : WIDEST;
    put_lines(command->usage, "usage: tidings ", command->name);
    put_paragraphs(command->text ? command->text : command->help, width);
    if (command->examples) {
        printf("\n%s:\n", strchr(command->examples, '\n') ? "examples" : "example");
        put_lines(command->examples, "  ", "");
    }
    if (!tdg_help_heading(rows, count, 0))
        puts("\noptions:");
    for (size_t i = 0; i < count; i++) {
        const char *heading = tdg_help_heading(rows, count, i);
        if (heading)
            printf("\n%s:\n", heading);
        put_option(&rows[i], width);
    }
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
    .help = "show help for a command",
    .run = run,
};
