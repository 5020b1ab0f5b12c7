// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings score: how good a grouping is, one measure a line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/score.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/session.h"

enum { COLUMN, FIELD, TERMS, TOP, QUIET };
enum { TOP_USUAL = 10, TOP_MAX = 1000 };

static const struct tdg_flag flags[] = {
    [COLUMN] = {"column", 0, "NAME", "column of GROUPS.csv that holds the group (default: theme)"},
    [FIELD] = {"field", 0, "NAME", "field of the articles that holds the gold (default: label)"},
    [TERMS] = {"terms", 0, NULL, "score the terms of the themes instead"},
    [TOP] = {"top", 0, "N", "how many terms a theme, with --terms (default: 10)"},
    [QUIET] = {"quiet", 'q', NULL, "no progress and no remarks, only results and errors"},
    {0},
};

static enum tdg_exit parse_top(const struct tdg_arguments *arguments, size_t *top)
{
    const char *text = arguments->flags[TOP];
    *top = TOP_USUAL;
    if (!text)
        return TDG_EXIT_DONE;
    size_t length = strspn(text, "0123456789");
    unsigned long number = length && length < 6 && !text[length] ? strtoul(text, NULL, 10) : 0;
    if (number < 2 || number > TOP_MAX)
        return tdg_arguments_wrong(arguments, "--top takes a number from 2 to %d, not '%s'",
                                   TOP_MAX, text);
    *top = number;
    return TDG_EXIT_DONE;
}

static int measure(const struct tdg_arguments *arguments, size_t top,
                   const struct tdg_monitor *monitor, struct tdg_measure measures[TDG_MEASURES_MAX],
                   size_t *count, struct tdg_error *error)
{
    const char *const *inputs = arguments->inputs;
    if (tdg_arguments_switch(arguments, TERMS))
        return tdg_score_terms(inputs[0], inputs[1], top, monitor, measures, count, error);
    struct tdg_score_request request = {
        .groups = inputs[0],
        .gold = inputs[1],
        .column = arguments->flags[COLUMN],
        .field = arguments->flags[FIELD],
    };
    return tdg_score_groups(&request, monitor, measures, count, error);
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    size_t top;
    enum tdg_exit status = parse_top(arguments, &top);
    if (status)
        return status;
    if (arguments->input_count != 2)
        return tdg_arguments_wrong(arguments, "it takes two files: %s",
                                   tdg_arguments_switch(arguments, TERMS)
                                       ? "CORPUS ANALYSIS.json"
                                       : "GROUPS.csv GOLD.jsonl");
    struct tdg_session session;
    status = tdg_session_begin(&session, tdg_arguments_switch(arguments, QUIET), NULL);
    if (status)
        return status;
    struct tdg_measure measures[TDG_MEASURES_MAX];
    struct tdg_error error = {0};
    size_t count = 0;
    int result = measure(arguments, top, &session.monitor, measures, &count, &error);
    status = tdg_session_end(&session, result, &error);
    for (size_t i = 0; !status && i < count; i++)
        printf("%s %.*f\n", measures[i].name, measures[i].decimals, measures[i].value);
    return status;
}

const struct tdg_command tdg_command_score = {
    .name = "score",
    .usage = "GROUPS.csv GOLD.jsonl [OPTION...]\n"
             "       tidings score --terms CORPUS ANALYSIS.json [OPTION...]",
    .help = "compare themes with the right ones",
    .text = "Compares a grouping of articles with the right one (V-measure, adjusted Rand\n"
            "index, B-cubed and others), or says how coherent and diverse the terms of\n"
            "themes are. One measure a line: name value.\n\n"
            "example:\n"
            "  tidings analyze datasets/tidings.jsonl -o results\n"
            "  tidings score results/articles.csv datasets/tidings.jsonl",
    .flags = flags,
    .run = run,
};
