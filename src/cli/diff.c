// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings diff: what sets one period of an archive apart from another one. */
#include <math.h>
#include <stdio.h>

#include <tidings/plain.h>
#include <tidings/report.h>

#include "cli/archive_commands.h"
#include "cli/session.h"

enum { JSON, QUIET };

static const struct tdg_flag flags[] = {
    [JSON] = TDG_FLAG_JSON,
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

enum { THEMES = 8, WIDTH = 80, INDENT = 7 };

static void put_terms(const struct tdg_difference_term *terms, size_t count, size_t column)
{
    for (size_t i = 0; i < count; i++) {
        char text[512];
        snprintf(text, sizeof text, "%s (%zu → %zu)%s", terms[i].term, terms[i].before,
                 terms[i].after, i + 1 < count ? "," : "");
        column = tdg_put_wrapped(stdout, text, column, INDENT, WIDTH);
    }
}

static void put_theme(const struct tdg_difference_theme *theme)
{
    char id[TDG_ID_TEXT];
    tdg_put_padded(stdout, tdg_id_text('T', theme->number, id), INDENT - 1);
    printf(" %+.1f points, %.1f %% → %.1f %% (%zu → %zu): ",
           100 * (theme->share_after - theme->share_before), 100 * theme->share_before,
           100 * theme->share_after, theme->before, theme->after);
    tdg_put_text(stdout, theme->title);
    putchar('\n');
    if (theme->term_count) {
        printf("%*s", INDENT, "");
        put_terms(theme->terms, theme->term_count, INDENT);
        putchar('\n');
    }
    for (size_t i = 0; i < theme->article_count; i++) {
        printf("%*s- ", INDENT, "");
        tdg_put_text(stdout, theme->titles[i]);
        putchar('\n');
    }
}

static void put(const struct tdg_difference *difference)
{
    printf("%s: ", difference->before);
    tdg_write_count(stdout, "", difference->originals_before, "original, ", "originals, ");
    printf("%s: %zu\n\n", difference->after, difference->originals_after);
    if (!difference->originals_before || !difference->originals_after) {
        printf("%s has no articles: there are no shares to compare.\n",
               difference->originals_before ? difference->after : difference->before);
        return;
    }
    for (size_t i = 0; i < difference->theme_count && i < THEMES; i++) {
        const struct tdg_difference_theme *theme = &difference->themes[i];
        if (fabs(theme->share_after - theme->share_before) >= TDG_MIN_CHANGE)
            put_theme(theme);
    }
    if (difference->term_count) {
        fputs("\nterms: ", stdout);
        put_terms(difference->terms, difference->term_count, INDENT);
        putchar('\n');
    }
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive *archive = NULL;
    struct tdg_difference *difference = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    if (arguments->input_count != 3)
        return tdg_arguments_wrong(arguments, "expected an archive and two periods");
    enum tdg_exit status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_READ);
    if (!status)
        status = tdg_session_begin(&session, arguments->flags[QUIET].value.on, NULL);
    if (!status) {
        int result = tdg_archive_diff(archive, arguments->inputs[1], arguments->inputs[2],
                                      &session.monitor, &difference, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status && arguments->flags[JSON].value.on) {
        if (tdg_difference_print(difference, stdout, &error))
            status = TDG_EXIT_FAILED;
    } else if (!status)
        put(difference);
    tdg_difference_free(difference);
    tdg_archive_close(archive);
    return status;
}

const struct tdg_command tdg_command_diff = {
    .name = "diff",
    .usage = "ARCHIVE PERIOD PERIOD [OPTION...]",
    .help = "compare two periods of an archive",
    .text = "Compares two periods of an archive: the share of every theme, with the terms "
            "and articles that account for the difference. Numbers in parentheses count "
            "originals, before and after. A term is listed only if its change is significant "
            "(p below .01 each).",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings diff weekly.tidings 2024-W09 2024-W10",
    .flags = flags,
    .run = run,
};
