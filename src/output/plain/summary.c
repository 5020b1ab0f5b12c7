// SPDX-License-Identifier: GPL-3.0-or-later
/* The summary of an analysis in a terminal: sentences first, then tables as wide as it is. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "base/error.h"
#include "output/plain/findings.h"
#include "output/plain/line.h"
#include "output/plain/names.h"
#include "phrasing/in_the_news.h"
#include "phrasing/number.h"
#include "view/digest.h"

/* FACTS: columns of what put_movement prints after the label. */
enum {
    COUNT = 6,
    ID = 5,
    SHARE = 6,
    CHANGE = 6,
    GAP = 2,
    SPARKLINE = 16,
    LABEL = 20,
    STEP = 2,
    FACTS = 38
};

/* Columns of the table, in characters. */
struct layout {
    size_t id;
    size_t label;
    size_t articles;
    size_t sparkline; /* 0 where no article has a date */
    size_t change;    /* 0 where there are fewer than two whole periods */
    size_t step; /* that themes are moved to the right below their parents; 0 without parents */
};

static size_t max(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t min(size_t a, size_t b)
{
    return a < b ? a : b;
}

static double change_of(const struct tdg_theme_view *theme)
{
    return theme->change.share - theme->change.baseline;
}

static void put_within(const struct tdg_plain *plain, const struct tdg_within_view *within)
{
    if (!*within->id)
        return;
    fputs("Within ", plain->stream);
    tdg_put_text(plain->stream, within->title);
    tdg_write_count(plain->stream, ", of ", within->articles, "article:\n", "articles:\n");
}

static void put_corpus(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    size_t periods = tdg_analysis_period_count(analysis);
    put_within(plain, tdg_analysis_within(analysis));
    tdg_write_count(plain->stream, "", corpus->articles, "article", "articles");
    tdg_write_count(plain->stream, " (", corpus->copies, "copy)", "copies)");
    tdg_write_count(plain->stream, ", ", corpus->skipped - corpus->left_out, "skipped", "skipped");
    if (corpus->left_out)
        tdg_write_count(plain->stream, ", ", corpus->left_out, "outside --from and --to",
                        "outside --from and --to");
    tdg_write_count(plain->stream, ", ", corpus->undated, "undated", "undated");
    if (periods)
        fprintf(plain->stream, ", %s to %s", tdg_analysis_period(analysis, 0)->id,
                tdg_analysis_period(analysis, periods - 1)->id);
    fputc('\n', plain->stream);
    if (corpus->unplaced) {
        tdg_write_count(plain->stream, "", corpus->unplaced, "article has", "articles have");
        fputs(" no theme; articles.csv says why\n", plain->stream);
    }
}

static void lay_out_parents(struct layout *layout, size_t *label,
                            const struct tdg_analysis *analysis)
{
    for (size_t i = 0; i < tdg_analysis_parent_count(analysis); i++) {
        const struct tdg_parent_view *parent = tdg_analysis_parent(analysis, i);
        char title[TDG_TITLE], count[TDG_NUMBER_TEXT];
        if (!tdg_is_shown_parent(parent))
            continue;
        layout->step = STEP;
        layout->articles = max(layout->articles, strlen(tdg_count_text(parent->articles, count)));
        *label = max(*label, tdg_text_width(tdg_parent_title(parent, title)));
    }
}

/* Labels get what they need, sparklines the rest, neither less than it takes to be read. */
static struct layout lay_out(const struct tdg_analysis *analysis, size_t width)
{
    struct layout layout = {.articles = strlen("Articles")};
    size_t label = strlen("Theme"), periods = tdg_analysis_period_count(analysis);
    lay_out_parents(&layout, &label, analysis);
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        char title[TDG_TITLE], count[TDG_NUMBER_TEXT];
        layout.id = max(layout.id, layout.step + strlen(theme->id));
        layout.articles = max(layout.articles, strlen(tdg_count_text(theme->articles, count)));
        label = max(label, tdg_text_width(tdg_theme_title(theme, title)));
        if (theme->change.period != TDG_NONE)
            layout.change = GAP + CHANGE;
    }
    size_t fixed = layout.id + GAP + GAP + layout.articles + GAP + SHARE + layout.change;
    size_t rest = width > fixed ? width - fixed : 0;
    size_t least = periods ? GAP + min(periods, SPARKLINE) : 0;
    layout.label = min(label, max(LABEL, rest > least ? rest - least : 0));
    if (periods && rest > layout.label + GAP)
        layout.sparkline = min(periods, rest - layout.label - GAP);
    return layout;
}

static void put_gap(const struct tdg_plain *plain)
{
    fprintf(plain->stream, "%*s", GAP, "");
}

static void put_head(const struct tdg_plain *plain, const struct layout *layout)
{
    tdg_plain_colour(plain, TDG_COLOUR_DIM);
    fprintf(plain->stream, "%*s", (int)(layout->id + GAP), "");
    tdg_put_padded(plain->stream, "Theme", layout->label);
    fprintf(plain->stream, "%*s%*s", (int)(GAP + layout->articles), "Articles", GAP + SHARE,
            "Share");
    if (layout->sparkline || layout->change)
        put_gap(plain);
    if (layout->change) {
        tdg_put_padded(plain->stream, layout->sparkline ? "Time" : "", layout->sparkline);
        fprintf(plain->stream, "%*s", GAP + CHANGE, "Change");
    } else if (layout->sparkline) {
        fputs("Time", plain->stream);
    }
    tdg_plain_colour(plain, TDG_COLOUR_NONE);
    fputc('\n', plain->stream);
}

static void put_change(const struct tdg_plain *plain, double change, int width)
{
    char text[TDG_NUMBER_TEXT];
    tdg_points_text(change, text);
    tdg_plain_colour(plain, *text == '+'   ? TDG_COLOUR_GREEN
                            : *text == '-' ? TDG_COLOUR_RED
                                           : TDG_COLOUR_NONE);
    fprintf(plain->stream, "%*s", width, text);
    tdg_plain_colour(plain, TDG_COLOUR_NONE);
}

/* The columns that themes and parents have in common. */
static void put_size(const struct tdg_plain *plain, const struct layout *layout, size_t step,
                     const char *id, const char *title, size_t articles, double share)
{
    char count[TDG_NUMBER_TEXT], percent[TDG_NUMBER_TEXT];
    fprintf(plain->stream, "%*s", (int)step, "");
    tdg_put_padded(plain->stream, id, layout->id + GAP - step);
    tdg_put_padded(plain->stream, title, layout->label);
    fprintf(plain->stream, "%*s%*s%%", (int)(GAP + layout->articles),
            tdg_count_text(articles, count), GAP + SHARE - 1,
            tdg_fixed_text(100 * share, 1, percent));
}

static void put_theme(const struct tdg_plain *plain, const struct layout *layout, size_t step,
                      const struct tdg_theme_view *theme, size_t periods)
{
    char title[TDG_TITLE];
    put_size(plain, layout, step, theme->id, tdg_theme_title(theme, title), theme->articles,
             theme->share);
    if (layout->sparkline) {
        put_gap(plain);
        tdg_report_sparkline(plain->stream, theme->series, periods, layout->sparkline);
    }
    if (layout->change && theme->change.period != TDG_NONE)
        put_change(plain, change_of(theme), (int)layout->change);
    fputc('\n', plain->stream);
}

static void put_parent(const struct tdg_plain *plain, const struct layout *layout,
                       const struct tdg_parent_view *parent)
{
    char title[TDG_TITLE];
    tdg_plain_colour(plain, TDG_COLOUR_BOLD);
    put_size(plain, layout, 0, parent->id, tdg_parent_title(parent, title), parent->articles,
             parent->share);
    tdg_plain_colour(plain, TDG_COLOUR_NONE);
    fputc('\n', plain->stream);
}

static void put_mixed(const struct tdg_plain *plain, const struct layout *layout,
                      const struct tdg_theme_view *theme, size_t periods)
{
    struct tdg_plain grey = *plain; /* a change of colour would end the grey */
    grey.colours = false;
    tdg_plain_colour(plain, TDG_COLOUR_DIM);
    put_theme(&grey, layout, 0, theme, periods);
    tdg_plain_colour(plain, TDG_COLOUR_NONE);
}

static void put_table(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    struct layout layout = lay_out(digest->analysis, plain->width);
    size_t periods = tdg_analysis_period_count(digest->analysis);
    fputc('\n', plain->stream);
    put_head(plain, &layout);
    for (size_t i = 0; i < digest->row_count; i++) {
        const struct tdg_table_row *row = &digest->rows[i];
        if (row->parent)
            put_parent(plain, &layout, row->parent);
        else if (row->theme->mixed)
            put_mixed(plain, &layout, row->theme, periods);
        else
            put_theme(plain, &layout, row->below ? layout.step : 0, row->theme, periods);
    }
}

static void put_null(const struct tdg_plain *plain, const struct tdg_null_view *null)
{
    char with[TDG_NUMBER_TEXT], runs[TDG_NUMBER_TEXT], low[TDG_NUMBER_TEXT], high[TDG_NUMBER_TEXT];
    if (null->runs)
        fprintf(plain->stream,
                "\nChance: with the movements taken out and the dates in another order,\n%s of %s "
                "runs had a finding about a theme (%s%% to %s%% by the 95%% interval)\n",
                tdg_count_text(null->runs_with, with), tdg_count_text(null->runs, runs),
                tdg_fixed_text(100 * null->low, 1, low), tdg_fixed_text(100 * null->high, 1, high));
}

static void put_findings(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    size_t left_out = digest->themes.left_out + digest->terms.left_out;
    char text[TDG_NUMBER_TEXT];
    if (digest->themes.count || digest->terms.count)
        fputs("\nWhat moved, strongest first:\n", plain->stream);
    tdg_plain_findings(plain, digest, &digest->themes, " ", digest->limits->evidence);
    tdg_plain_findings(plain, digest, &digest->terms, " ", 0);
    if (left_out)
        fprintf(plain->stream, "   and %s more; report.md and analysis.json have them\n",
                tdg_count_text(left_out, text));
    put_null(plain, tdg_analysis_null(digest->analysis));
}

static void put_latest(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    if (digest->latest_themes.count || digest->latest_terms.count)
        fprintf(plain->stream, "\nOut of the ordinary in %s:\n", digest->latest->id);
    tdg_plain_findings(plain, digest, &digest->latest_themes, " ", digest->limits->latest_evidence);
    tdg_plain_findings(plain, digest, &digest->latest_terms, " ", 0);
}

static void put_movement(const struct tdg_plain *plain, const struct tdg_theme_view *theme,
                         size_t label)
{
    char title[TDG_TITLE], count[TDG_NUMBER_TEXT], now[TDG_NUMBER_TEXT], before[TDG_NUMBER_TEXT];
    size_t articles = theme->series[theme->change.period].articles;
    put_change(plain, change_of(theme), CHANGE);
    put_gap(plain);
    tdg_put_padded(plain->stream, tdg_theme_title(theme, title), label);
    fprintf(plain->stream, "%9s article%s %5s%%, was %5s%%\n", tdg_count_text(articles, count),
            articles == 1 ? ", " : "s,", tdg_fixed_text(100 * theme->change.share, 1, now),
            tdg_fixed_text(100 * theme->change.baseline, 1, before));
}

static void put_movements(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_movement *changes = digest->changes;
    size_t label = 0;
    if (!digest->change_count)
        return;
    for (size_t i = 0; i < digest->change_count; i++) {
        char title[TDG_TITLE];
        label = max(label, tdg_text_width(tdg_theme_title(changes[i].theme, title)));
    }
    label = min(label, plain->width - CHANGE - GAP - FACTS);
    fprintf(plain->stream,
            "\nMoved in %s, in points against the mean of the whole periods before it:\n",
            digest->latest->id);
    for (size_t i = 0; i < digest->change_count; i++)
        put_movement(plain, changes[i].theme, label);
}

static void put_events(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_period_view *period = digest->story_period;
    const struct tdg_analysis *analysis = digest->analysis;
    size_t theme = ID; /* columns of an id */
    if (!digest->event_count)
        return;
    for (size_t i = 0; i < digest->event_count; i++) {
        const struct tdg_theme_view *own =
            tdg_analysis_theme(analysis, digest->events[i].event->theme);
        theme = own ? max(theme, strlen(own->id) + GAP) : theme;
    }
    size_t fixed = COUNT + GAP + theme;
    fprintf(plain->stream, "\nEvents%s%s, by articles:\n", period ? " of " : "",
            period ? period->id : "");
    for (size_t i = 0; i < digest->event_count; i++) {
        const struct tdg_event_view *event = digest->events[i].event;
        const struct tdg_theme_view *own = tdg_analysis_theme(analysis, event->theme);
        char digits[TDG_NUMBER_TEXT];
        fprintf(plain->stream, "%*s%*s", COUNT, tdg_count_text(digest->events[i].articles, digits),
                GAP, "");
        tdg_put_padded(plain->stream, own ? own->id : "", theme);
        tdg_put_cut(plain->stream, tdg_analysis_article(analysis, event->headline)->headline,
                    plain->width > 2 * fixed ? plain->width - fixed : fixed);
        fputc('\n', plain->stream);
    }
}

static void put_in_the_news(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    if (!digest->name_count)
        return;
    fprintf(plain->stream, "\n" TDG_IN_THE_NEWS " in %s, by articles:\n", digest->news_period->id);
    tdg_plain_names(plain, digest, "  ");
}

/* One theme is what was there before. */
static void put_undivided(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    if (!digest->undivided)
        return;
    fputc('\n', plain->stream);
    struct tdg_plain_line line = tdg_line_begin(plain, "");
    tdg_line_put(&line, tdg_analysis_within(digest->analysis)->id);
    tdg_line_put(&line, "does not fall into smaller themes.");
    tdg_line_put(&line, tdg_analysis_choice(digest->analysis)->reason);
    tdg_line_end(&line);
}

int tdg_plain_print(const struct tdg_analysis *analysis, const struct tdg_plain *plain,
                    unsigned parts, struct tdg_error *error)
{
    struct tdg_digest digest;
    bool themes = tdg_analysis_theme_count(analysis);
    int status = tdg_digest_new(&digest, analysis, TDG_DIGEST_TERMINAL);
    if (!status && parts & TDG_PLAIN_CORPUS)
        put_corpus(plain, analysis);
    if (!status && themes && parts & TDG_PLAIN_FINDINGS)
        put_findings(plain, &digest);
    if (!status && themes && parts & TDG_PLAIN_THEMES)
        put_table(plain, &digest);
    if (!status && parts & TDG_PLAIN_THEMES)
        put_undivided(plain, &digest);
    if (!status && themes && parts & TDG_PLAIN_LATEST)
        put_latest(plain, &digest);
    if (!status && themes && parts & TDG_PLAIN_MOVEMENTS)
        put_movements(plain, &digest);
    if (!status && themes && parts & TDG_PLAIN_STORIES)
        put_events(plain, &digest);
    if (!status && themes && parts & TDG_PLAIN_STORIES)
        put_in_the_news(plain, &digest);
    tdg_digest_done(&digest);
    return status ? tdg_fail_memory(error) : TDG_OK;
}
