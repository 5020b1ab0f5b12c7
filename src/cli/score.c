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

static const struct tdg_flag flags[] = {
    [COLUMN] = {{.name = "column",
                 .argument = "NAME",
                 .initial = "theme",
                 .type = TDG_OPTION_FIELD,
                 .group = TDG_GROUP_INPUT,
                 .help = "column of GROUPS.csv that holds the group"},
                0},
    [FIELD] = {{.name = "field",
                .argument = "NAME",
                .initial = "label",
                .type = TDG_OPTION_FIELD,
                .group = TDG_GROUP_INPUT,
                .help = "field of the articles that holds the gold group"},
               0},
    [TERMS] = {{.name = "terms",
                .group = TDG_GROUP_INPUT,
                .help = "score the terms of the themes instead"},
               0},
    [TOP] = {{.name = "top",
              .argument = "N",
              .initial = "10",
              .type = TDG_OPTION_NUMBER,
              .min = 2,
              .max = 1000,
              .group = TDG_GROUP_INPUT,
              .help = "number of terms per theme to score with --terms"},
             0},
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

static int measure(const struct tdg_arguments *arguments, const struct tdg_monitor *monitor,
                   struct tdg_measure measures[TDG_MEASURES_MAX], size_t *count,
                   struct tdg_error *error)
{
    const char *const *inputs = arguments->inputs;
    if (arguments->flags[TERMS].value.on)
        return tdg_score_terms(inputs[0], inputs[1], arguments->flags[TOP].value.number, monitor,
                               measures, count, error);
    struct tdg_score_request request = {
        .size = sizeof request,
        .groups = inputs[0],
        .gold = inputs[1],
        .column = arguments->flags[COLUMN].text,
        .field = arguments->flags[FIELD].text,
    };
    return tdg_score_groups(&request, monitor, measures, count, error);
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    if (arguments->input_count != 2)
        return tdg_arguments_wrong(arguments, "expected two files: %s",
                                   arguments->flags[TERMS].value.on ? "CORPUS ANALYSIS.json"
                                                                    : "GROUPS.csv GOLD.jsonl");
    struct tdg_session session;
    enum tdg_exit status = tdg_session_begin(&session, arguments->flags[QUIET].value.on, NULL);
    if (status)
        return status;
    struct tdg_measure measures[TDG_MEASURES_MAX];
    struct tdg_error error = {0};
    size_t count = 0;
    int result = measure(arguments, &session.monitor, measures, &count, &error);
    status = tdg_session_end(&session, result, &error);
    for (size_t i = 0; !status && i < count; i++)
        printf("%s %.*f\n", measures[i].name, measures[i].decimals, measures[i].value);
    return status;
}

const struct tdg_command tdg_command_score = {
    .name = "score",
    .usage = "GROUPS.csv GOLD.jsonl [OPTION...]\n"
             "--terms CORPUS ANALYSIS.json [OPTION...]",
    .help = "score themes against a gold standard",
    .text = "Compares a grouping of articles with a gold standard (V-measure, adjusted Rand "
            "index, B-cubed and others) or, with --terms, measures how coherent and diverse "
            "the terms of the themes are. Prints one measure per line: name, then value.",
    .examples = "tidings analyze datasets/tidings.jsonl -o results\n"
                "tidings score results/articles.csv datasets/tidings.jsonl",
    .flags = flags,
    .run = run,
};
