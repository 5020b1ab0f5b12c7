// SPDX-License-Identifier: GPL-3.0-or-later
/* What --explain tells. */
#include "cli/explain.h"

#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>

#include "cli/terminal.h"

enum { NAME = 14, COUNT = 10, BAR_BEGINS = 24, NOTE = 8, AROUND = 2 };

static void put_stage(const struct tdg_plain *terminal, const char *name, size_t count,
                      const char *what)
{
    char text[TDG_NUMBER_TEXT];
    printf("  %-*s%*s", NAME - 2, name, COUNT, tdg_count_text(count, text));
    fputs("  ", stdout);
    tdg_put_wrapped(stdout, what, NAME + COUNT + 2, NAME + COUNT + 2, terminal->width);
    fputc('\n', stdout);
}

static size_t count_mixed(const struct tdg_analysis *analysis)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++)
        count += tdg_analysis_theme(analysis, i)->mixed;
    return count;
}

/* A mixed theme is a parent to itself in the list of them, and to nobody's eye. */
static size_t count_parents(const struct tdg_analysis *analysis)
{
    size_t parents = tdg_analysis_parent_count(analysis), mixed = count_mixed(analysis);
    return parents > mixed ? parents - mixed : 0;
}

static void put_stages(const struct tdg_plain *terminal, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    puts("\nFrom records to themes:");
    put_stage(terminal, "read", corpus->articles, "articles");
    put_stage(terminal, "skipped", corpus->skipped - corpus->left_out,
              "records that did not become articles");
    if (corpus->left_out)
        put_stage(terminal, "left out", corpus->left_out, "articles outside --from and --to");
    put_stage(terminal, "copies", corpus->copies,
              "of these articles; they share the theme of their originals");
    if (corpus->column_titles)
        put_stage(terminal, "columns", corpus->column_titles,
                  "titles with a recurring column, which is ignored; analysis.json lists them");
    put_stage(terminal, "terms", corpus->terms, "distinct words and phrases");
    if (corpus->links)
        put_stage(terminal, "neighbours", corpus->links,
                  "pairs of articles, one among the other's nearest");
    put_stage(terminal, "themes", tdg_analysis_theme_count(analysis), "found");
    size_t parents = count_parents(analysis), mixed = count_mixed(analysis);
    if (parents)
        put_stage(terminal, "parents", parents,
                  mixed ? "of these themes; other subjects have none" : "of these themes");
    if (corpus->unplaced)
        put_stage(terminal, "no theme", corpus->unplaced,
                  "articles; articles.csv gives the reasons");
}

/* One of the curves: of the themes, or of their parents, which the usual modularity finds. */
struct curve {
    const struct tdg_choice_view *choice;
    bool parents;
    size_t chosen; /* number of themes or parents */
    size_t best;   /* index */
};

static double value_at(const struct curve *curve, size_t index)
{
    const struct tdg_choice_point *point = &curve->choice->curve[index];
    return curve->parents ? point->modularity : point->resolved;
}

static struct curve curve_of(const struct tdg_choice_view *choice, bool parents)
{
    struct curve curve = {choice, parents, parents ? choice->coarse : choice->themes, 0};
    for (size_t i = 1; i < choice->curve_count; i++)
        if (value_at(&curve, i) > value_at(&curve, curve.best))
            curve.best = i;
    return curve;
}

/* 1, 2, 3, 4, 6, 8, 12, 16, 24, … */
static bool is_step(size_t number)
{
    while (number > 3 && number % 2 == 0)
        number /= 2;
    return number <= 3;
}

static bool is_near(size_t number, size_t other)
{
    return number + AROUND >= other && number <= other + AROUND;
}

static void put_point(const struct tdg_plain *terminal, const struct curve *curve, size_t index)
{
    const struct tdg_choice_view *choice = curve->choice;
    const struct tdg_choice_point *point = &choice->curve[index];
    double top = value_at(curve, curve->best);
    double value = value_at(curve, index) > 0 ? value_at(curve, index) : 0;
    size_t room = terminal->width > BAR_BEGINS + NOTE ? terminal->width - BAR_BEGINS - NOTE : 1;
    size_t bar = top > 0 ? (size_t)(value / top * (double)room + 0.5) : 0;
    bool chosen = point->themes == curve->chosen;
    const char *note = chosen                 ? (choice->given ? "given" : "chosen")
                       : index == curve->best ? "best"
                                              : "";
    printf("%8lu %12.3f%s", (unsigned long)point->themes, value, bar ? "   " : "");
    for (size_t i = 0; i < bar; i++)
        fputs("█", stdout);
    printf("%s%s\n", *note ? "  " : "", note);
}

static void put_curve(const struct tdg_plain *terminal, const struct curve *curve)
{
    const struct tdg_choice_view *choice = curve->choice;
    tdg_plain_colour(terminal, TDG_COLOUR_DIM);
    printf("%8s   Modularity\n", curve->parents ? "Parents" : "Themes");
    tdg_plain_colour(terminal, TDG_COLOUR_NONE);
    for (size_t i = 0; i < choice->curve_count; i++) {
        size_t themes = choice->curve[i].themes;
        if (is_step(themes) || is_near(themes, curve->chosen) || i == curve->best ||
            i + 1 == choice->curve_count)
            put_point(terminal, curve, i);
    }
}

static void put_sentence(const struct tdg_plain *terminal, const char *text)
{
    fputs("  ", stdout);
    tdg_put_wrapped(stdout, text, 2, 2, terminal->width);
    fputc('\n', stdout);
}

void tdg_explain_print(const struct tdg_analysis *analysis)
{
    struct tdg_plain terminal = tdg_terminal_of(stdout);
    const struct tdg_choice_view *choice = tdg_analysis_choice(analysis);
    put_stages(&terminal, analysis);
    puts("\nThe number of themes:");
    put_sentence(&terminal, choice->reason);
    if (!choice->curve_count)
        return;
    put_sentence(
        &terminal,
        "Modularity: how much more often neighbours share a theme than expected by chance.");
    if (choice->coarse)
        put_sentence(
            &terminal,
            "A resolution above 1 yields smaller themes; resolution 1 yields their parents.");
    fputc('\n', stdout);
    struct curve themes = curve_of(choice, false), parents = curve_of(choice, true);
    put_curve(&terminal, &themes);
    if (!choice->coarse)
        return;
    fputc('\n', stdout);
    put_curve(&terminal, &parents);
}
