// SPDX-License-Identifier: GPL-3.0-or-later
/* An example of a program that uses the library: it prints the three themes of a file of articles.
 *
 *     cc user.c $(pkg-config --cflags --libs tidings) -o user && ./user articles.jsonl
 *
 * installed.py builds it that way, with what `meson install` has put somewhere. */
#include <tidings/tidings.h>

#include <stdbool.h>
#include <stdio.h>

static void print_notice(void *context, const struct tdg_notice *notice)
{
    (void)context;
    fprintf(stderr, "%s:%zu: %s\n", notice->file, notice->line, notice->reason);
}

int main(int count, char **words)
{
    if (count != 2)
        return 2;
    const char *inputs[] = {words[1]};
    const struct tdg_monitor monitor = {.size = sizeof monitor, .notice = print_notice};
    struct tdg_error error = {0};
    struct tdg_analysis *analysis = NULL;
    struct tdg_options *options = tdg_options_new();
    int status = options ? tdg_options_set(options, "themes", "3", &error) : TDG_ENOMEM;
    if (!status)
        status = tdg_analyze(options, inputs, 1, &monitor, &analysis, &error);
    if (status)
        fprintf(stderr, "%s: %s\n", tdg_status_text(status), error.message);
    else
        for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++)
            printf("%s %s\n", tdg_analysis_theme(analysis, i)->id,
                   tdg_analysis_theme(analysis, i)->label);
    bool three = !status && tdg_analysis_theme_count(analysis) == 3;
    tdg_analysis_free(analysis);
    tdg_options_free(options);
    return three && *tdg_version() ? 0 : 1;
}
