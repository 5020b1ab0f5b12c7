// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/text.h"

enum { THEMES = 7, TERMS = 3, INDENT = 3 };

/* A sentence in lines of the terminal's width, the later ones moved in. */
static void put_wrapped(const struct tdg_terminal *terminal, const char *text)
{
    char *copy = strdup(text), *rest = NULL;
    size_t column = INDENT;
    for (char *word = copy; word && *word; word = rest) {
        rest = strchr(word, ' ');
        if (rest)
            *rest++ = '\0';
        size_t width = tdg_text_width(word);
        if (column > INDENT && column + 1 + width > terminal->width) {
            printf("\n%*s", INDENT, "");
            column = INDENT;
        } else if (column > INDENT) {
            fputc(' ', stdout);
            column++;
        }
        tdg_put_text(stdout, word);
        column += width;
    }
    fputc('\n', stdout);
    free(copy);
}

static void put_finding(const struct tdg_terminal *terminal, const struct tdg_finding_view *finding)
{
    bool up = finding->factor > 1;
    tdg_terminal_colour(terminal, up ? TDG_GREEN : TDG_RED);
    fputs(up ? " + " : " - ", stdout);
    tdg_terminal_colour(terminal, TDG_PLAIN);
    put_wrapped(terminal, finding->text);
}

/* Returns how many are not shown. */
static size_t put_list(const struct tdg_terminal *terminal, const struct tdg_analysis *analysis,
                       bool terms, size_t limit)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_finding_count(analysis); i++) {
        const struct tdg_finding_view *finding = tdg_analysis_finding(analysis, i);
        if ((*finding->term != '\0') == terms && count++ < limit)
            put_finding(terminal, finding);
    }
    return count > limit ? count - limit : 0;
}

static void put_null(const struct tdg_null_view *null)
{
    char with[TDG_DIGITS], runs[TDG_DIGITS];
    if (null->runs)
        printf("\nChance: with the movements taken out and the dates in another order,\n%s of %s "
               "runs had a finding about a theme (%.1f%% to %.1f%% by the 95%% interval)\n",
               tdg_digits(null->runs_with, with), tdg_digits(null->runs, runs), 100 * null->low,
               100 * null->high);
}

void tdg_latest_print(const struct tdg_terminal *terminal, const struct tdg_analysis *analysis)
{
    static const size_t limits[] = {THEMES, TERMS};
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    size_t told[2] = {0, 0};
    if (latest->movement_count)
        printf("\nOut of the ordinary in %s:\n", tdg_analysis_period(analysis, latest->period)->id);
    for (size_t i = 0; i < latest->movement_count; i++) {
        bool term = *latest->movements[i].term;
        if (told[term]++ < limits[term])
            put_finding(terminal, &latest->movements[i]);
    }
}

void tdg_findings_print(const struct tdg_terminal *terminal, const struct tdg_analysis *analysis)
{
    char rest[TDG_DIGITS];
    if (tdg_analysis_finding_count(analysis)) {
        puts("\nWhat moved, strongest first:");
        size_t hidden = put_list(terminal, analysis, false, THEMES);
        hidden += put_list(terminal, analysis, true, TERMS);
        if (hidden)
            printf("   and %s more; report.md and analysis.json have them\n",
                   tdg_digits(hidden, rest));
    }
    put_null(tdg_analysis_null(analysis));
}
