// SPDX-License-Identifier: GPL-3.0-or-later
/* The latest period in report.md: what is out of the ordinary, what goes on, who wrote. */
#include "output/markdown_latest.h"

#include <stdbool.h>

#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "output/findings.h"
#include "output/markdown_text.h"
#include "phrasing/finding.h"
#include "phrasing/number.h"
#include "phrasing/period.h"

static const char *compared_text(size_t periods, char *text, size_t size)
{
    if (periods == 1)
        snprintf(text, size, "whole period");
    else
        snprintf(text, size, "%zu whole periods", periods);
    return text;
}

static void write_heading(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_period_view *period = digest->latest;
    size_t compared = tdg_analysis_latest(digest->analysis)->compared_count;
    char text[64], days[TDG_DAYS_TEXT];
    fprintf(stream, "\n## What moved, %s\n\n", tdg_days_text(days, period->start, period->end));
    tdg_write_count(stream, "", period->articles, "article", "articles");
    if (compared)
        fprintf(stream, ", against the %s before.\n\n", compared_text(compared, text, sizeof text));
    else
        fputs(". " TDG_NOT_TESTED "\n", stream);
}

static void write_subjects(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_selection *list = &digest->latest_themes;
    for (size_t i = 0; i < list->count; i++)
        tdg_write_finding(stream, digest->analysis, tdg_listed(list, i),
                          digest->limits->latest_evidence);
    if (!list->count)
        fputs(TDG_NO_THEME_CHANGED "\n", stream);
}

static void write_term(FILE *stream, const struct tdg_analysis *analysis,
                       const struct tdg_finding_view *finding)
{
    char text[TDG_NUMBER_TEXT];
    fputs("| ", stream);
    tdg_write_escaped(stream, finding->term);
    fprintf(stream, " | %s", tdg_move_text(finding));
    fprintf(stream, " | %s", tdg_count_text(finding->observed, text));
    fprintf(stream, " | %s", tdg_fixed_text(finding->expected, 1, text));
    fprintf(stream, " | %s | ",
            finding->q < 0.001 ? "< 0.001" : tdg_fixed_text(finding->q, 3, text));
    if (finding->evidence_count) {
        const struct tdg_article_view *article =
            tdg_analysis_article(analysis, finding->evidence[0]);
        tdg_write_link(stream, article->headline, article->url);
    }
    fputs(" |\n", stream);
}

static void write_terms(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_selection *list = &digest->latest_terms;
    if (list->count)
        fputs("\n| Term | | Articles | Expected | q | Key headline |\n"
              "|---|---|---:|---:|---:|---|\n",
              stream);
    for (size_t i = 0; i < list->count; i++)
        write_term(stream, digest->analysis, tdg_listed(list, i));
    if (list->left_out)
        tdg_write_count(stream, "\n", list->left_out, "more term in analysis.json.\n",
                        "more terms in analysis.json.\n");
}

static void write_ongoing(FILE *stream, const struct tdg_digest *digest)
{
    if (digest->ongoing.count)
        fputs("\nOngoing:\n\n", stream);
    for (size_t i = 0; i < digest->ongoing.count; i++)
        tdg_write_finding(stream, digest->analysis, tdg_listed(&digest->ongoing, i), 0);
}

static void write_change(FILE *stream, const struct tdg_movement *movement)
{
    const struct tdg_theme_view *theme = movement->theme;
    char articles[TDG_NUMBER_TEXT], share[TDG_NUMBER_TEXT], before[TDG_NUMBER_TEXT],
        change[TDG_NUMBER_TEXT], title[TDG_TITLE];
    fprintf(stream, "| %s | ", theme->id);
    tdg_write_escaped(stream, tdg_theme_title(theme, title));
    fprintf(stream, " | %s | %s | %s | %s |\n",
            tdg_count_text(theme->series[theme->change.period].articles, articles),
            tdg_percent_text(theme->change.share, share),
            tdg_percent_text(theme->change.baseline, before),
            tdg_points_text(movement->change, change));
}

static void write_changes(FILE *stream, const struct tdg_digest *digest)
{
    if (!digest->change_count)
        return;
    fputs("\nLargest changes (significant or not), in percentage points against the mean of up to "
          "eight whole\nperiods before:\n\n| | Theme | Articles | "
          "Share | Before | Change |\n"
          "|---|---|---:|---:|---:|---:|\n",
          stream);
    for (size_t i = 0; i < digest->change_count; i++)
        write_change(stream, &digest->changes[i]);
}

/* Shares are held against those that the same sources would give. */
static void write_states(FILE *stream, const struct tdg_latest_view *latest)
{
    static const struct {
        enum tdg_source_state state;
        const char *words;
    } states[] = {{TDG_SOURCE_SILENT, "Silent in this period"},
                  {TDG_SOURCE_FEW, "Unusually few articles from"},
                  {TDG_SOURCE_NEW, "New in this period"}};
    for (size_t s = 0; s < sizeof states / sizeof *states; s++) {
        size_t named = 0;
        for (size_t i = 0; i < latest->source_count; i++) {
            if (latest->sources[i].state != states[s].state)
                continue;
            if (named++)
                fputs(", ", stream);
            else
                fprintf(stream, "\n%s: ", states[s].words);
            tdg_write_escaped(stream, latest->sources[i].name);
        }
        if (named)
            fputs(".\n", stream);
    }
}

static void write_sources(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(digest->analysis);
    char text[TDG_NUMBER_TEXT];
    if (digest->source_count)
        fputs("\n| Source | Articles | Share | Before |\n|---|---:|---:|---:|\n", stream);
    for (size_t i = 0; i < digest->source_count; i++) {
        const struct tdg_source_view *source = &latest->sources[i];
        fputs("| ", stream);
        tdg_write_escaped(stream, source->name);
        fprintf(stream, " | %s", tdg_count_text(source->articles, text));
        fprintf(stream, " | %s", tdg_percent_text(source->share, text));
        fprintf(stream, " | %s |\n", tdg_percent_text(source->before, text));
    }
    write_states(stream, latest);
    if (digest->source_count < latest->source_count)
        fputs("\nMore sources are in analysis.json.\n", stream);
}

void tdg_write_markdown_latest(FILE *stream, const struct tdg_digest *digest)
{
    if (!digest->latest)
        return;
    write_heading(stream, digest);
    if (digest->tested) {
        write_subjects(stream, digest);
        write_terms(stream, digest);
        write_ongoing(stream, digest);
    }
    write_changes(stream, digest);
    if (digest->tested)
        write_sources(stream, digest);
}
