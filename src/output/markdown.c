// SPDX-License-Identifier: GPL-3.0-or-later
/* report.md: what an analyst wants to forward. */
#include "output/markdown.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include <string.h>

#include <tidings/plain.h>
#include <tidings/types.h>
#include <tidings/version.h>

#include "base/error.h"
#include "output/findings.h"
#include "output/markdown_brief.h"
#include "output/markdown_events.h"
#include "output/markdown_latest.h"
#include "output/markdown_lead.h"
#include "output/markdown_names.h"
#include "output/markdown_text.h"
#include "output/muted.h"
#include "output/output.h"
#include "phrasing/direction.h"
#include "phrasing/finding.h"
#include "phrasing/number.h"
#include "view/digest.h"

enum { SPARKLINE = 40 /* columns */ };

/* The day alone, "2019-03-04". */
static void write_day(FILE *stream, int64_t time)
{
    char text[TDG_TIME_SIZE];
    tdg_time_text(time, text);
    fprintf(stream, "%.*s", (int)strcspn(text, "T"), text);
}

static void write_head(FILE *stream, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    size_t periods = tdg_analysis_period_count(analysis);
    const struct tdg_within_view *within = tdg_analysis_within(analysis);
    fputs("# Themes", stream);
    if (*within->id) {
        fputs(" within ", stream);
        tdg_write_escaped(stream, within->title);
    }
    if (periods)
        fprintf(stream, "%s %s to %s", *within->id ? ";" : ",",
                tdg_analysis_period(analysis, 0)->id,
                tdg_analysis_period(analysis, periods - 1)->id);
    if (*within->id) {
        tdg_write_count(stream, "\n\n**", corpus->articles, "of", "of");
        tdg_write_count(stream, " ", within->articles, "article**", "articles**");
    } else
        tdg_write_count(stream, "\n\n**", corpus->articles, "article**", "articles**");
    if (corpus->first != TDG_NO_DATE) {
        fputs(" from ", stream);
        write_day(stream, corpus->first);
        fputs(" to ", stream);
        write_day(stream, corpus->last);
    }
    tdg_write_count(stream, ": ", corpus->copies, "copy", "copies");
    tdg_write_count(stream, ", ", corpus->undated, "undated", "undated");
    tdg_write_count(stream, ", ", corpus->unplaced, "without a theme", "without a theme");
    if (corpus->left_out)
        tdg_write_count(stream, "; ", corpus->left_out, "outside --from and --to",
                        "outside --from and --to");
    tdg_write_count(stream, "; ", corpus->skipped - corpus->left_out, "record skipped.\n",
                    "records skipped.\n");
}

static void write_trend(FILE *stream, const struct tdg_analysis *analysis,
                        const struct tdg_trend_view *trend)
{
    char text[TDG_NUMBER_TEXT], direction[TDG_DIRECTION_TEXT];
    fputs(tdg_direction_text(analysis, trend, direction), stream);
    if (tdg_is_steady(trend))
        return;
    if (trend->direction_q < 0.001)
        fputs(" (q < 0.001)", stream);
    else
        fprintf(stream, " (q = %s)", tdg_fixed_text(trend->direction_q, 3, text));
}

static void write_parent_row(FILE *stream, const struct tdg_parent_view *parent)
{
    char text[TDG_NUMBER_TEXT], title[TDG_TITLE];
    fprintf(stream, "| %s | **", parent->id);
    tdg_write_escaped(stream, tdg_parent_title(parent, title));
    fprintf(stream, "** | %s", tdg_count_text(parent->articles, text));
    fprintf(stream, " | %s | | |\n", tdg_percent_text(parent->share, text));
}

static void write_theme_row(FILE *stream, const struct tdg_analysis *analysis,
                            const struct tdg_theme_view *theme, bool below)
{
    size_t periods = tdg_analysis_period_count(analysis);
    char text[TDG_NUMBER_TEXT], title[TDG_TITLE];
    fprintf(stream, "| %s | %s", theme->id, below ? "– " : "");
    tdg_write_escaped(stream, tdg_theme_title(theme, title));
    fprintf(stream, " | %s", tdg_count_text(theme->articles, text));
    fprintf(stream, " | %s | ", tdg_percent_text(theme->share, text));
    tdg_report_sparkline(stream, theme->series, periods, SPARKLINE);
    fputs(" | ", stream);
    write_trend(stream, analysis, &theme->trend);
    fputs(" |\n", stream);
}

static void write_table(FILE *stream, const struct tdg_digest *digest)
{
    fputs("\n## All themes\n\n| | Theme | Articles | Share | Over time | Trend |\n"
          "|---|---|---:|---:|---|---|\n",
          stream);
    for (size_t i = 0; i < digest->row_count; i++) {
        const struct tdg_table_row *row = &digest->rows[i];
        if (row->parent)
            write_parent_row(stream, row->parent);
        else
            write_theme_row(stream, digest->analysis, row->theme, row->below);
    }
}

/* "- 2019-03-04, Harbour Ledger: [headline](address)". The date comes first, so that no headline
 * stands where Markdown begins a block. */
static void write_headline(FILE *stream, const struct tdg_article_view *article)
{
    fputs("- ", stream);
    if (article->published == TDG_NO_DATE)
        fputs("undated", stream);
    else
        write_day(stream, article->published);
    if (*article->source) {
        fputs(", ", stream);
        tdg_write_escaped(stream, article->source);
    }
    fputs(": ", stream);
    tdg_write_link(stream, article->headline, article->url);
    fputc('\n', stream);
}

static void write_theme(FILE *stream, const struct tdg_digest *digest,
                        const struct tdg_theme_view *theme)
{
    const struct tdg_analysis *analysis = digest->analysis;
    size_t terms = tdg_at_most(theme->term_count, digest->limits->theme_terms);
    size_t headlines = tdg_at_most(theme->representative_count, digest->limits->theme_headlines);
    char text[TDG_NUMBER_TEXT], title[TDG_TITLE];
    fprintf(stream, "\n### %s: ", theme->id);
    tdg_write_escaped(stream, tdg_theme_title(theme, title));
    tdg_write_count(stream, "\n\n", theme->articles, "article", "articles");
    const char *within = tdg_analysis_within(analysis)->id;
    fprintf(stream, ", %s of %s%s", tdg_percent_text(theme->share, text),
            *within ? "the originals of " : "all originals", within);
    if (!isnan(theme->stability))
        fprintf(stream, "; stability %s", tdg_fixed_text(theme->stability, 2, text));
    fputs("; terms: ", stream);
    for (size_t i = 0; i < terms; i++) {
        fputs(i ? ", " : "", stream);
        tdg_write_escaped(stream, theme->terms[i].term);
    }
    fputs("\n\n", stream);
    for (size_t i = 0; i < headlines; i++)
        write_headline(stream, tdg_analysis_article(analysis, theme->representatives[i]));
}

static void write_partial(FILE *stream, const struct tdg_analysis *analysis)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_period_count(analysis); i++) {
        const struct tdg_period_view *period = tdg_analysis_period(analysis, i);
        if (period->partial)
            fprintf(stream, "%s%s", count++ ? ", " : "- Partial: ", period->id);
    }
    const char *within = tdg_analysis_within(analysis)->id;
    if (count && *within)
        fprintf(stream, ". %s began or ended there, by its articles", within);
    else if (count)
        fputs(". The collection began or ended there", stream);
    if (count)
        fputs("; trends and changes leave such periods out.\n", stream);
}

static void write_gaps(FILE *stream, const struct tdg_analysis *analysis)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_period_count(analysis); i++) {
        const struct tdg_period_view *period = tdg_analysis_period(analysis, i);
        if (period->gap)
            fprintf(stream, "%s%s", count++ ? ", " : "- Gaps: ", period->id);
    }
    const char *within = tdg_analysis_within(analysis)->id;
    if (count)
        fprintf(stream,
                ". Hardly anything %s%s there; trends and changes leave such periods out.\n",
                *within ? "was in " : "was collected", within);
}

static void write_understood(FILE *stream, const struct tdg_analysis *analysis)
{
    const char *understood = tdg_analysis_corpus(analysis)->understood;
    if (!*understood)
        return;
    fputs("- Read: ", stream);
    tdg_write_escaped(stream, understood);
    fputs(".\n", stream);
}

static void write_strays(FILE *stream, const struct tdg_analysis *analysis)
{
    size_t strays = tdg_analysis_corpus(analysis)->strays;
    if (strays)
        tdg_write_count(stream, "- Dates far from all others, taken for wrong: ", strays, "article",
                        "articles");
    if (strays)
        fputs(strays == 1 ? ", which counts as undated.\n" : ", which count as undated.\n", stream);
}

/* The largest are named; analysis.json has them all. */
static void write_columns(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(digest->analysis);
    size_t named = tdg_at_most(corpus->column_count, digest->limits->columns);
    if (!corpus->column_count)
        return;
    tdg_write_count(stream, "- Recurring columns are left out of ", corpus->column_titles, "title",
                    "titles");
    for (size_t i = 0; i < named; i++) {
        bool starts = corpus->columns[i].place == TDG_COLUMN_START;
        fputs(i ? ", “" : ": “", stream);
        fputs(starts ? "" : "… ", stream);
        tdg_write_escaped(stream, corpus->columns[i].words);
        fputs(starts ? " …”" : "”", stream);
    }
    if (corpus->column_count > named)
        tdg_write_count(stream, " and ", corpus->column_count - named, "more", "more");
    fputs(".\n", stream);
}

static void write_within(FILE *stream, const struct tdg_digest *digest)
{
    const char *id = tdg_analysis_within(digest->analysis)->id;
    if (*id)
        fprintf(stream,
                "- Within %s: only its articles are here. Themes, shares and the weights of words "
                "are found among them alone;\n  the fingerprint is that of all articles.\n",
                id);
    if (digest->undivided)
        fprintf(stream, "- %s does not fall into smaller themes. %s\n", id,
                tdg_analysis_choice(digest->analysis)->reason);
}

static void write_notes(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_analysis *analysis = digest->analysis;
    fputs("\n## Notes\n\n", stream);
    write_within(stream, digest);
    if (tdg_analysis_period_count(analysis)) {
        write_partial(stream, analysis);
        write_gaps(stream, analysis);
    } else
        fputs("- " TDG_NO_DATES "\n", stream);
    write_understood(stream, analysis);
    write_strays(stream, analysis);
    write_columns(stream, digest);
    if (tdg_analysis_mute_count(analysis)) {
        fputs("- Muted: ", stream);
        tdg_write_muted(stream, analysis, tdg_write_escaped);
        fputc('\n', stream);
    }
    fputs("- Shares count originals; copies are in the numbers of articles.\n"
          "- Trend: as the last finding about the theme that still holds in the last whole period "
          "says,\n  else as the slope over all whole periods says.\n"
          "- q: the p-value of that, adjusted for the number of themes (Benjamini-Hochberg).\n",
          stream);
    if (digest->has_stability)
        fputs("- Stability: how much of a theme comes back when half of the articles are clustered "
              "again, 1 for all of it. Themes below 0.5 may be chance.\n",
              stream);
    fprintf(stream, "- Made by tidings %s from the articles with the fingerprint %s.\n",
            tdg_version(), tdg_analysis_corpus(analysis)->fingerprint);
}

/* The report of one period is about what is new in it; its themes have their history. */
static void write_brief(FILE *stream, const struct tdg_digest *digest)
{
    tdg_write_markdown_brief_head(stream, digest);
    tdg_write_markdown_lead(stream, digest);
    tdg_write_markdown_brief(stream, digest);
    tdg_write_markdown_names(stream, digest);
    tdg_write_markdown_figures(stream, digest);
}

static void write_whole(FILE *stream, const struct tdg_digest *digest)
{
    write_head(stream, digest->analysis);
    tdg_write_markdown_lead(stream, digest);
    tdg_write_findings(stream, digest);
    tdg_write_markdown_latest(stream, digest);
    tdg_write_markdown_events(stream, digest);
    tdg_write_markdown_names(stream, digest);
    write_table(stream, digest);
}

static void write_report(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_analysis *analysis = digest->analysis;
    (digest->brief.period ? write_brief : write_whole)(stream, digest);
    if (digest->latest_first)
        fprintf(stream, "\n## Headlines, those of %s first\n",
                tdg_analysis_latest(analysis)->asked);
    else
        fputs("\n## Headlines\n", stream);
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++)
        write_theme(stream, digest, tdg_analysis_theme(analysis, i));
    write_notes(stream, digest);
}

int tdg_write_markdown(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    struct tdg_digest digest;
    int status = tdg_digest_new(&digest, analysis, TDG_DIGEST_DOCUMENT);
    if (status)
        status = tdg_fail_memory(error);
    else
        write_report(stream, &digest);
    tdg_digest_done(&digest);
    return status;
}
