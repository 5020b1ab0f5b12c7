// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/findings.h"

#include <string.h>

#include <tidings/options.h>
#include <tidings/plain.h>

#include "output/markdown_text.h"
#include "phrasing/number.h"

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

static void write_list(FILE *stream, const struct tdg_digest *digest,
                       const struct tdg_selection *list, size_t headlines)
{
    char text[TDG_NUMBER_TEXT];
    for (size_t i = 0; i < list->count; i++)
        tdg_write_finding(stream, digest->analysis, tdg_listed(list, i), headlines);
    if (list->left_out)
        fprintf(stream, "- %s more in analysis.json.\n", tdg_count_text(list->left_out, text));
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

void tdg_write_findings(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_analysis *analysis = digest->analysis;
    const char *level = tdg_options_get(tdg_analysis_options(analysis), "level");
    if (digest->none == TDG_UNDATED || digest->none == TDG_TOO_FEW_PERIODS)
        return;
    fputs("\n## Findings\n\n", stream);
    if (digest->none)
        fprintf(stream, "%s\n", tdg_no_findings_text(digest->none));
    write_list(stream, digest, &digest->themes, digest->limits->evidence);
    if (digest->terms.count)
        fputs("\nTerms:\n\n", stream);
    write_list(stream, digest, &digest->terms, 0);
    fprintf(stream,
            "\nq is the share of false alarms to be expected among all findings up to this one; "
            "listed is what\nhas %s or less.\n",
            level);
    write_null(stream, tdg_analysis_null(analysis));
}
