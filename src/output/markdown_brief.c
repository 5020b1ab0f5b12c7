// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/markdown_brief.h"

#include <tidings/plain.h>
#include <tidings/types.h>

#include "output/findings.h"
#include "output/markdown_text.h"
#include "phrasing/brief.h"
#include "phrasing/finding.h"
#include "phrasing/number.h"
#include "phrasing/period.h"
#include "phrasing/sources.h"
#include "view/requested_period.h"

void tdg_write_markdown_brief_head(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    const struct tdg_within_view *within = tdg_analysis_within(digest->analysis);
    char text[TDG_BRIEF_TEXT], days[TDG_DAYS_TEXT];
    fprintf(stream, "# %s", tdg_days_text(days, brief->period->start, brief->period->end));
    if (*within->id) {
        fputs(" within ", stream);
        tdg_write_escaped(stream, within->title);
    }
    fprintf(stream, "\n\n%s.\n",
            tdg_brief_facts(text, brief->period, brief->sources,
                            tdg_analysis_corpus(digest->analysis)));
    if (tdg_report_not_compared(digest->analysis, text, sizeof text))
        fprintf(stream, "\n%s\n", text);
}

static void write_events(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    if (brief->event_count)
        fputs("\n## " TDG_ALSO "\n\n", stream);
    for (size_t i = 0; i < brief->event_count; i++) {
        const struct tdg_article_view *headline =
            tdg_analysis_article(digest->analysis, brief->events[i]->event->headline);
        fputs("- ", stream);
        if (*headline->source) {
            tdg_write_escaped(stream, headline->source);
            fputs(": ", stream);
        }
        tdg_write_link(stream, headline->headline, headline->url);
        tdg_write_count(stream, " – ", brief->events[i]->articles, "article\n", "articles\n");
    }
}

static void write_theme(FILE *stream, const struct tdg_brief_theme *row)
{
    static const char *const marks[] = {"▼", "", "▲"};
    char text[TDG_NUMBER_TEXT], title[TDG_TITLE];
    fprintf(stream, "| %s | ", row->theme->id);
    tdg_write_escaped(stream, tdg_theme_title(row->theme, title));
    fprintf(stream, " | %s | %s", tdg_count_text(row->originals, text), marks[row->beyond + 1]);
    fprintf(stream, " | %s", tdg_fixed_text(row->usual, row->usual < 9.95, text));
    fprintf(stream, " | %s |\n",
            row->theme->change.least ? tdg_count_text(row->theme->change.least, text) : "");
}

static void write_themes(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    char text[TDG_BRIEF_TEXT];
    if (!brief->theme_count)
        return;
    fputs("\n## " TDG_THEMES_THEN "\n\n", stream);
    if (!digest->tested)
        fputs(TDG_NOT_TESTED "\n\n", stream);
    else
        fprintf(stream, "%s\n\n",
                digest->latest_themes.count ? TDG_BEYOND_CHANCE : TDG_NO_THEME_CHANGED);
    fputs(
        "| | Theme | Articles | | Usually | A rise is seen from |\n|---|---|---:|---|---:|---:|\n",
        stream);
    for (size_t i = 0; i < brief->theme_count; i++)
        write_theme(stream, &brief->themes[i]);
    if (*tdg_unseen_text(text, digest->analysis, brief->period))
        fprintf(stream, "\n" TDG_UNSEEN ": %s\n", text);
}

static void write_movements(FILE *stream, const struct tdg_digest *digest, const char *heading,
                            const struct tdg_finding_view *const *movements, size_t count)
{
    char text[TDG_BRIEF_TEXT];
    if (count)
        fprintf(stream, "\n## %s\n\n", heading);
    for (size_t i = 0; i < tdg_at_most(count, digest->limits->quiet); i++) {
        fputs("- ", stream);
        tdg_write_escaped(stream, tdg_movement_name(text, digest->analysis, movements[i]));
        fprintf(stream, " – %s\n", tdg_movement_text(text, movements[i]));
    }
}

void tdg_write_markdown_brief(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    write_events(stream, digest);
    write_themes(stream, digest);
    write_movements(stream, digest, TDG_QUIETER, brief->quiet, brief->quiet_count);
    write_movements(stream, digest, TDG_BACK, brief->back, brief->back_count);
}

static void write_sources(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(digest->analysis);
    const struct tdg_brief *brief = &digest->brief;
    const char *heading = "\n## " TDG_SOURCES "\n\n";
    char text[TDG_BRIEF_TEXT], names[TDG_SOURCES_TEXT];
    if (brief->first) {
        fprintf(stream, "%s- " TDG_FIRST_WITH " ", heading);
        tdg_write_escaped(stream,
                          tdg_first_text(text, brief->first_source, brief->first, brief->told));
        fputs(".\n", stream);
        heading = "";
    }
    for (size_t i = 0; i < TDG_SOURCE_WORDS && brief->sources; i++) {
        if (!tdg_sources_text(names, latest, tdg_source_words[i].state, TDG_MOST_SOURCES))
            continue;
        fprintf(stream, "%s- %s ", heading, tdg_source_words[i].words);
        tdg_write_escaped(stream, names);
        fputs(".\n", stream);
        heading = "";
    }
}

void tdg_write_markdown_figures(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(digest->analysis);
    write_sources(stream, digest);
    if (digest->lineage_count)
        fputs("\n## " TDG_ARCHIVE "\n\n", stream);
    for (size_t i = 0; i < digest->lineage_count; i++) {
        fprintf(stream, "- %s: ", latest->lineage[i].day);
        tdg_write_escaped(stream, latest->lineage[i].text);
        fputc('\n', stream);
    }
    if (!digest->latest_themes.count && !digest->latest_terms.count)
        return;
    fputs("\n## " TDG_FIGURES "\n\n", stream);
    for (size_t i = 0; i < digest->latest_themes.count; i++)
        tdg_write_finding(stream, digest->analysis, tdg_listed(&digest->latest_themes, i),
                          digest->limits->latest_evidence);
    for (size_t i = 0; i < digest->latest_terms.count; i++)
        tdg_write_finding(stream, digest->analysis, tdg_listed(&digest->latest_terms, i), 0);
    fputs("\n" TDG_Q_TEXT "\n", stream);
}
