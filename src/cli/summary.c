// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/summary.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <tidings/report.h>

#include "cli/findings.h"
#include "cli/stories.h"
#include "cli/terminal.h"
#include "cli/text.h"

/* FACTS: columns of what put_movement prints after the label. */
enum {
    MOVEMENTS = 5,
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

/* The name of a well-known subject says more than terms do; the terms say what it is here. The
 * label of a person's own subject begins with the name anyway. */
static const char *join_title(const char *name, const char *label, char title[TDG_TITLE])
{
    bool named = name && *name;
    snprintf(title, TDG_TITLE, "%s%s%s", named ? name : "", named ? ": " : "", label);
    return title;
}

const char *tdg_title_of(const struct tdg_theme_view *theme, char title[TDG_TITLE])
{
    return join_title(theme->seeded ? "" : theme->name, theme->label, title);
}

/* A parent of one theme would say again what the theme says. */
static bool is_shown(const struct tdg_parent_view *parent)
{
    return parent->themes > 1;
}

static double change_of(const struct tdg_theme_view *theme)
{
    return 100 * (theme->change.share - theme->change.baseline);
}

static void put_within(const struct tdg_within_view *within)
{
    if (!*within->id)
        return;
    fputs("Within ", stdout);
    tdg_put_text(stdout, within->title);
    tdg_put_count(", of ", within->articles, "article:\n", "articles:\n");
}

static void put_corpus(const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    size_t periods = tdg_analysis_period_count(analysis);
    put_within(tdg_analysis_within(analysis));
    tdg_put_count("", corpus->articles, "article", "articles");
    tdg_put_count(" (", corpus->copies, "copy)", "copies)");
    tdg_put_count(", ", corpus->skipped - corpus->left_out, "skipped", "skipped");
    if (corpus->left_out)
        tdg_put_count(", ", corpus->left_out, "outside --from and --to", "outside --from and --to");
    tdg_put_count(", ", corpus->undated, "undated", "undated");
    if (periods)
        printf(", %s to %s", tdg_analysis_period(analysis, 0)->id,
               tdg_analysis_period(analysis, periods - 1)->id);
    fputc('\n', stdout);
    if (corpus->unplaced) {
        tdg_put_count("", corpus->unplaced, "article has", "articles have");
        puts(" no theme; articles.csv says why");
    }
}

static void lay_out_parents(struct layout *layout, size_t *label,
                            const struct tdg_analysis *analysis)
{
    for (size_t i = 0; i < tdg_analysis_parent_count(analysis); i++) {
        const struct tdg_parent_view *parent = tdg_analysis_parent(analysis, i);
        char title[TDG_TITLE], count[TDG_DIGITS];
        if (!is_shown(parent))
            continue;
        layout->step = STEP;
        layout->articles = max(layout->articles, strlen(tdg_digits(parent->articles, count)));
        *label = max(*label, tdg_text_width(join_title(parent->name, parent->label, title)));
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
        char title[TDG_TITLE], count[TDG_DIGITS];
        layout.id = max(layout.id, layout.step + strlen(theme->id));
        layout.articles = max(layout.articles, strlen(tdg_digits(theme->articles, count)));
        label = max(label, tdg_text_width(tdg_title_of(theme, title)));
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

static void put_gap(void)
{
    printf("%*s", GAP, "");
}

static void put_head(const struct tdg_terminal *terminal, const struct layout *layout)
{
    tdg_terminal_colour(terminal, TDG_DIM);
    printf("%*s", (int)(layout->id + GAP), "");
    tdg_put_padded(stdout, "Theme", layout->label);
    printf("%*s%*s", (int)(GAP + layout->articles), "Articles", GAP + SHARE, "Share");
    if (layout->sparkline || layout->change)
        put_gap();
    if (layout->change) {
        tdg_put_padded(stdout, layout->sparkline ? "Time" : "", layout->sparkline);
        printf("%*s", GAP + CHANGE, "Change");
    } else if (layout->sparkline) {
        fputs("Time", stdout);
    }
    tdg_terminal_colour(terminal, TDG_PLAIN);
    fputc('\n', stdout);
}

static void put_change(const struct tdg_terminal *terminal, double change, int width)
{
    tdg_terminal_colour(terminal, change > 0 ? TDG_GREEN : TDG_RED);
    printf("%+*.1f", width, change);
    tdg_terminal_colour(terminal, TDG_PLAIN);
}

/* The columns that themes and parents have in common. */
static void put_size(const struct layout *layout, size_t step, const char *id, const char *title,
                     size_t articles, double share)
{
    char count[TDG_DIGITS];
    printf("%*s", (int)step, "");
    tdg_put_padded(stdout, id, layout->id + GAP - step);
    tdg_put_padded(stdout, title, layout->label);
    printf("%*s%*.1f%%", (int)(GAP + layout->articles), tdg_digits(articles, count),
           GAP + SHARE - 1, 100 * share);
}

static void put_theme(const struct tdg_terminal *terminal, const struct layout *layout, size_t step,
                      const struct tdg_theme_view *theme, size_t periods)
{
    char title[TDG_TITLE];
    put_size(layout, step, theme->id, tdg_title_of(theme, title), theme->articles, theme->share);
    if (layout->sparkline) {
        put_gap();
        tdg_report_sparkline(stdout, theme->series, periods, layout->sparkline);
    }
    if (layout->change && theme->change.period != TDG_NONE)
        put_change(terminal, change_of(theme), (int)layout->change);
    fputc('\n', stdout);
}

/* Those of one parent; all where it is NULL. What is mixed comes last. */
static void put_themes(const struct tdg_terminal *terminal, const struct layout *layout,
                       const struct tdg_analysis *analysis, const struct tdg_parent_view *parent)
{
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        if (!theme->mixed && (!parent || strcmp(theme->parent, parent->id) == 0))
            put_theme(terminal, layout, parent && is_shown(parent) ? layout->step : 0, theme,
                      tdg_analysis_period_count(analysis));
    }
}

static void put_mixed(const struct tdg_terminal *terminal, const struct layout *layout,
                      const struct tdg_analysis *analysis)
{
    struct tdg_terminal plain = *terminal; /* a change of colour would end the grey */
    plain.colours = false;
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        if (!theme->mixed)
            continue;
        tdg_terminal_colour(terminal, TDG_DIM);
        put_theme(&plain, layout, 0, theme, tdg_analysis_period_count(analysis));
        tdg_terminal_colour(terminal, TDG_PLAIN);
    }
}

static void put_table(const struct tdg_terminal *terminal, const struct layout *layout,
                      const struct tdg_analysis *analysis)
{
    put_head(terminal, layout);
    if (!layout->step) {
        put_themes(terminal, layout, analysis, NULL);
        put_mixed(terminal, layout, analysis);
        return;
    }
    for (size_t i = 0; i < tdg_analysis_parent_count(analysis); i++) {
        const struct tdg_parent_view *parent = tdg_analysis_parent(analysis, i);
        char title[TDG_TITLE];
        if (is_shown(parent)) {
            tdg_terminal_colour(terminal, TDG_BOLD);
            put_size(layout, 0, parent->id, join_title(parent->name, parent->label, title),
                     parent->articles, parent->share);
            tdg_terminal_colour(terminal, TDG_PLAIN);
            fputc('\n', stdout);
        }
        put_themes(terminal, layout, analysis, parent);
    }
    put_mixed(terminal, layout, analysis);
}

static void put_movement(const struct tdg_terminal *terminal, const struct tdg_theme_view *theme,
                         size_t label)
{
    char title[TDG_TITLE], count[TDG_DIGITS];
    size_t articles = theme->series[theme->change.period].articles;
    put_change(terminal, change_of(theme), CHANGE);
    put_gap();
    tdg_put_padded(stdout, tdg_title_of(theme, title), label);
    printf("%9s article%s %5.1f%%, was %5.1f%%\n", tdg_digits(articles, count),
           articles == 1 ? ", " : "s,", 100 * theme->change.share, 100 * theme->change.baseline);
}

static void put_movements(const struct tdg_terminal *terminal, const struct tdg_analysis *analysis)
{
    struct tdg_movement list[MOVEMENTS];
    size_t count = tdg_report_movements(analysis, list, MOVEMENTS);
    if (!count)
        return;
    size_t label = 0;
    for (size_t i = 0; i < count; i++) {
        char title[TDG_TITLE];
        label = max(label, tdg_text_width(tdg_title_of(list[i].theme, title)));
    }
    label = min(label, terminal->width - CHANGE - GAP - FACTS);
    printf("\nMoved in %s, in points against the mean of the whole periods before it:\n",
           tdg_analysis_period(analysis, list[0].theme->change.period)->id);
    for (size_t i = 0; i < count; i++)
        put_movement(terminal, list[i].theme, label);
}

/* One theme is what was there before. */
static void put_undivided(const struct tdg_terminal *terminal, const struct tdg_analysis *analysis)
{
    const struct tdg_within_view *within = tdg_analysis_within(analysis);
    if (!*within->id || tdg_analysis_theme_count(analysis) > 1)
        return;
    printf("\n%s does not fall into smaller themes.", within->id);
    size_t column = strlen(within->id) + strlen(" does not fall into smaller themes.");
    tdg_put_wrapped(stdout, tdg_analysis_choice(analysis)->reason, column, 0, terminal->width);
    fputc('\n', stdout);
}

void tdg_summary_themes(const struct tdg_analysis *analysis)
{
    struct tdg_terminal terminal = tdg_terminal_of(stdout);
    struct layout layout = lay_out(analysis, terminal.width);
    put_corpus(analysis);
    if (tdg_analysis_theme_count(analysis)) {
        fputc('\n', stdout);
        put_table(&terminal, &layout, analysis);
    }
    put_undivided(&terminal, analysis);
}

void tdg_summary_print(const struct tdg_analysis *analysis)
{
    struct tdg_terminal terminal = tdg_terminal_of(stdout);
    struct layout layout = lay_out(analysis, terminal.width);
    put_corpus(analysis);
    if (tdg_analysis_theme_count(analysis) == 0)
        return;
    tdg_findings_print(&terminal, analysis);
    fputc('\n', stdout);
    put_table(&terminal, &layout, analysis);
    put_undivided(&terminal, analysis);
    tdg_latest_print(&terminal, analysis);
    put_movements(&terminal, analysis);
    tdg_summary_stories(analysis, &terminal);
}
