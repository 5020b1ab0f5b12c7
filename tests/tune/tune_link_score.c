// SPDX-License-Identifier: GPL-3.0-or-later
/* tune_link_score CORPUS [OPTION VALUE]...: the stories of a corpus under other coefficients than
 * those of story/link_score.c, for link_score.py.
 *
 * Runs an analysis as far as its themes, once. Prints a line with the names and values of the
 * coefficients, and one with the ids of the articles. Then each line "name=value ..." of the input
 * is answered by a line with the number of the story of each article, -1 for none; coefficients
 * that a line does not name have the values of the source. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/run.h"

/* story/link_score.c without the word "const" before its coefficients; see meson.build. The linker
 * takes its functions and leaves those of the library alone. */
#include "link_score_tunable.h"

static struct coefficient {
    const char *name;
    double *value, learnt;
} coefficients[] = {
#define WEIGHT(name)                                                                               \
    {                                                                                              \
#name, &weight.name, 0                                                                     \
    }
    WEIGHT(constant),
    WEIGHT(words),
    WEIGHT(cosine),
    WEIGHT(likeness),
    WEIGHT(mean_cosine),
    WEIGHT(overlap),
    WEIGHT(contrast),
    WEIGHT(larger),
    WEIGHT(smaller),
    WEIGHT(distance),
    WEIGHT(dated_larger),
    WEIGHT(dated_smaller),
    WEIGHT(burst),
    WEIGHT(topical),
#undef WEIGHT
    {"concentration", &concentration, 0},
    {"saturation", &saturation, 0},
    {"alike", &alike, 0},
    {"nearest_floor", &nearest_floor, 0},
};
enum { COEFFICIENTS = sizeof coefficients / sizeof *coefficients };

static int set_coefficients(char *line)
{
    for (size_t i = 0; i < COEFFICIENTS; i++)
        *coefficients[i].value = coefficients[i].learnt;
    char *rest = line;
    for (char *word; (word = strtok_r(rest, " \n", &rest));) {
        char *value = strchr(word, '=');
        size_t i = 0;
        if (value)
            *value++ = '\0';
        while (i < COEFFICIENTS && strcmp(coefficients[i].name, word) != 0)
            i++;
        if (!value || i == COEFFICIENTS) {
            fprintf(stderr, "tune_link_score: no coefficient \"%s\"\n", word);
            return -1;
        }
        *coefficients[i].value = strtod(value, NULL);
    }
    return 0;
}

static int answer_lines(struct tdg_run *run)
{
    char line[1024];
    while (fgets(line, sizeof line, stdin)) {
        if (set_coefficients(line))
            return TDG_EINVAL;
        tdg_stories_done(&run->stories);
        int status = tdg_run_steps(run, TDG_STEP_STORIES, TDG_STEP_STORIES);
        if (status)
            return status;
        for (size_t i = 0; i < run->articles.count; i++)
            printf("%s%" PRId32, i ? " " : "", (int32_t)run->stories.story[i]);
        putchar('\n');
        fflush(stdout);
    }
    return TDG_OK;
}

int main(int count, char **words)
{
    if (count < 2 || count % 2) {
        fputs("usage: tune_link_score CORPUS [OPTION VALUE]...\n", stderr);
        return 2;
    }
    const char *inputs[] = {words[1]};
    struct tdg_error error = {0};
    struct tdg_run run = {.inputs = inputs, .input_count = 1, .error = &error};
    struct tdg_options *options = tdg_options_new();
    int status = options ? TDG_OK : TDG_ENOMEM;
    for (int i = 2; !status && i < count; i += 2)
        status = tdg_options_set(options, words[i], words[i + 1], &error);
    if (!status)
        status = tdg_run_open(&run, options);
    if (!status) {
        tdg_settings_resolve(&run.settings, run.options);
        status = tdg_run_steps(&run, TDG_STEP_READ, TDG_STEP_THEMES);
    }
    for (size_t i = 0; !status && i < COEFFICIENTS; i++) {
        coefficients[i].learnt = *coefficients[i].value;
        printf("%s%s=%g", i ? " " : "", coefficients[i].name, coefficients[i].learnt);
    }
    for (size_t i = 0; !status && i < run.articles.count; i++)
        printf("%s%s", i ? "\t" : "\n", run.articles.items[i].id);
    putchar('\n');
    fflush(stdout);
    if (!status)
        status = answer_lines(&run);
    if (status)
        fprintf(stderr, "tune_link_score: %s: %s\n", tdg_status_text(status), error.message);
    tdg_run_done(&run);
    tdg_options_free(options);
    return status ? 1 : 0;
}
