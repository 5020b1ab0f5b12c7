// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings sample: a sheet to fill in, and what it says once it is filled in. */
#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>
#include <tidings/sample.h>

#include "cli/arguments.h"
#include "cli/session.h"

enum { N, SEED, SCORE, JSON, QUIET };

static const struct tdg_flag flags[] = {
    [N] = {{.name = "n",
            .argument = "N",
            .initial = "200",
            .type = TDG_OPTION_NUMBER,
            .min = 2,
            .max = 100000,
            .group = TDG_GROUP_INPUT,
            .help = "number of articles to draw"},
           'n'},
    [SEED] = {{.name = "seed",
               .argument = "N",
               .initial = "1",
               .type = TDG_OPTION_NUMBER,
               .max = UINT64_MAX,
               .group = TDG_GROUP_INPUT,
               .help = "of the choice: the same one draws the same articles"},
              0},
    [SCORE] = {{.name = "score",
                .argument = "FILE",
                .type = TDG_OPTION_FILE,
                .group = TDG_GROUP_INPUT,
                .help = "read the answers in this CSV file and score the themes"},
               0},
    [JSON] = TDG_FLAG_JSON,
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

static void print_theme(const struct tdg_sample_theme *theme)
{
    if (!theme->originals && theme->corrected <= 0)
        return;
    printf("%-5s", *theme->id ? theme->id : "none");
    tdg_put_padded(stdout, *theme->id ? theme->name : "without a theme", 32);
    printf(" %4zu/%-4zu", theme->right, theme->judged);
    if (theme->judged)
        printf(" %3.0f %% (%3.0f–%3.0f)", 100 * theme->precision, 100 * theme->precision_low,
               100 * theme->precision_high);
    else
        printf("     – (not judged)");
    printf("  %5.1f %%  %5.1f %% (%4.1f–%4.1f)\n", 100 * theme->share, 100 * theme->corrected,
           100 * theme->corrected_low, 100 * theme->corrected_high);
}

static void print_test(const char *name, const struct tdg_sample_test *test)
{
    if (test->answered)
        printf("%s: %zu of %zu found, %.0f–%.0f %% (guessing finds %.0f %%)\n", name, test->right,
               test->answered, 100 * test->low, 100 * test->high, 100 * test->chance);
}

static void print(const struct tdg_sample_score *score)
{
    printf("%zu of %zu articles judged; %.1f %% of all are in the right theme (%.1f–%.1f)\n\n",
           score->judged, score->drawn, 100 * score->accuracy, 100 * score->accuracy_low,
           100 * score->accuracy_high);
    puts("Theme                                    Right  Precision         Share  Corrected");
    for (size_t i = 0; i < score->theme_count; i++)
        print_theme(&score->themes[i]);
    puts("\nIn brackets: 95 % intervals.");
    print_test("Word intruders", &score->words);
    print_test("Headline intruders", &score->headlines);
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive or folder of results");
    const char *file = arguments->flags[SCORE].text;
    if (arguments->flags[JSON].value.on && !file)
        return tdg_arguments_wrong(arguments, "--json needs --score");
    struct tdg_session session;
    enum tdg_exit status = tdg_session_begin(&session, arguments->flags[QUIET].value.on, NULL);
    if (status)
        return status;
    struct tdg_error error = {0};
    struct tdg_sample_score *score = NULL;
    struct tdg_sample_request request = {
        .size = sizeof request,
        .path = arguments->inputs[0],
        .articles = arguments->flags[N].value.number,
        .seed = arguments->flags[SEED].value.number,
    };
    int result = file ? tdg_sample_score(request.path, file, &session.monitor, &score, &error)
                      : tdg_sample_draw(&request, stdout, &session.monitor, &error);
    if (!result && score && arguments->flags[JSON].value.on)
        result = tdg_sample_score_print(score, stdout, &error);
    status = tdg_session_end(&session, result, &error);
    if (!status && score && !arguments->flags[JSON].value.on)
        print(score);
    tdg_sample_score_free(score);
    return status;
}

const struct tdg_command tdg_command_sample = {
    .name = "sample",
    .usage = "ARCHIVE|DIR [-n N] [--seed N] > FILE.csv\n"
             "--score FILE.csv ARCHIVE|DIR [OPTION...]",
    .help = "let a person judge a sample of the themes",
    .text = "Draws articles from every theme of an archive, or of the folder DIR that tidings "
            "analyze wrote, and prints them as CSV without their themes. Fill in the column "
            "answer in a spreadsheet: for an article the number of the theme that it is about, "
            "or none; for a list of words or headlines the number of the one that does not "
            "belong. Leave empty what you cannot say.\n\n"
            "With --score, prints how many articles of each theme belong to it, and the share of "
            "each theme corrected for those that do not, with 95 % intervals. Score before the "
            "archive or the folder changes: the answers are compared with what was drawn.",
    .examples = "tidings analyze datasets/tidings.jsonl -o results\n"
                "tidings sample results > sample.csv\n"
                "tidings sample --score sample.csv results",
    .flags = flags,
    .run = run,
};
