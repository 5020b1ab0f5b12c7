// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/findings.h"

#include <stdbool.h>
#include <string.h>

#include <tidings/options.h>
#include <tidings/plain.h>

#include "output/markdown_text.h"
#include "phrasing/finding.h"
#include "phrasing/number.h"

enum { THEMES = 15, TERMS = 10, HEADLINES = 2, MIN_PERIODS = 8 };

static bool is_term(const struct tdg_finding_view *finding)
{
    return *finding->term;
}

static size_t count_findings(const struct tdg_analysis *analysis, bool terms)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_finding_count(analysis); i++)
        count += is_term(tdg_analysis_finding(analysis, i)) == terms;
    return count;
}

static bool are_enough_periods(const struct tdg_analysis *analysis)
{
    size_t whole = 0;
    for (size_t i = 0; i < tdg_analysis_period_count(analysis); i++)
        whole += tdg_analysis_period(analysis, i)->whole;
    return whole >= MIN_PERIODS;
}

static void write_evidence(FILE *stream, const struct tdg_analysis *analysis,
                           const struct tdg_finding_view *finding, size_t headlines)
{
    for (size_t i = 0; i < finding->evidence_count && i < headlines; i++) {
        const struct tdg_article_view *article =
            tdg_analysis_article(analysis, finding->evidence[i]);
        char time[TDG_TIME_SIZE];
        tdg_time_text(article->published, time);
        fprintf(stream, "  - %.*s: ", (int)strcspn(time, "T"), time);
        tdg_write_link(stream, article->headline, article->url);
        fputc('\n', stream);
    }
}

void tdg_write_finding(FILE *stream, const struct tdg_analysis *analysis,
                       const struct tdg_finding_view *finding, size_t headlines)
{
    fputs("- ", stream);
    tdg_write_escaped(stream, finding->text);
    fputc('\n', stream);
    write_evidence(stream, analysis, finding, headlines);
}

/* At most `limit` of either kind. */
static void write_list(FILE *stream, const struct tdg_analysis *analysis, bool terms, size_t limit)
{
    size_t count = 0, all = count_findings(analysis, terms);
    char text[TDG_NUMBER_TEXT];
    for (size_t i = 0; i < tdg_analysis_finding_count(analysis) && count < limit; i++) {
        const struct tdg_finding_view *finding = tdg_analysis_finding(analysis, i);
        if (is_term(finding) != terms)
            continue;
        tdg_write_finding(stream, analysis, finding, terms ? 0 : HEADLINES);
        count++;
    }
    if (count < all)
        fprintf(stream, "- %s more in analysis.json.\n", tdg_count_text(all - count, text));
}

static void write_null(FILE *stream, const struct tdg_null_view *null)
{
    char with[TDG_NUMBER_TEXT], runs[TDG_NUMBER_TEXT], low[TDG_NUMBER_TEXT], high[TDG_NUMBER_TEXT];
    if (null->runs)
        fprintf(stream,
                "\nThe check: with these movements taken out and the dates in another order, %s of "
                "%s runs had\nany finding about a theme (95 %% interval: %s to %s).\n",
                tdg_count_text(null->runs_with, with), tdg_count_text(null->runs, runs),
                tdg_percent_text(null->low, low), tdg_percent_text(null->high, high));
}

void tdg_write_findings(FILE *stream, const struct tdg_analysis *analysis)
{
    const char *level = tdg_options_get(tdg_analysis_options(analysis), "level");
    if (!are_enough_periods(analysis))
        return;
    fputs("\n## Findings\n\n", stream);
    if (count_findings(analysis, false))
        write_list(stream, analysis, false, THEMES);
    else
        fputs(TDG_NO_THEME_CHANGED "\n", stream);
    if (count_findings(analysis, true)) {
        fputs("\nTerms:\n\n", stream);
        write_list(stream, analysis, true, TERMS);
    }
    fprintf(stream,
            "\nq is the share of false alarms to be expected among all findings up to this one; "
            "listed is what\nhas %s or less.\n",
            level);
    write_null(stream, tdg_analysis_null(analysis));
}
