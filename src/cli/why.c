// SPDX-License-Identifier: GPL-3.0-or-later
/* What --why tells. */
#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>

#include "cli/terminal.h"
#include "cli/why.h"

/* FIGURE: columns of one number. */
enum { TERMS = 12, NEIGHBOURS = 8, FIGURE = 8, TIMES = 7, INDENT = 2, SENTENCE = 512 };

/* What the sheets below are made from. */
struct sheet {
    struct tdg_plain terminal;
    const struct tdg_analysis *analysis;
    const struct tdg_why_view *why;
};

static const char *theme_id(const struct sheet *sheet, uint32_t theme)
{
    const struct tdg_theme_view *view = tdg_analysis_theme(sheet->analysis, theme);
    return view ? view->id : "–";
}

/* The rest of a line from `column` on, cut where it does not fit. */
static void put_rest(const struct sheet *sheet, const char *text, size_t column)
{
    size_t room = sheet->terminal.width > column ? sheet->terminal.width - column : 1;
    tdg_put_cut(stdout, text, room);
    fputc('\n', stdout);
}

static void put_sentence(const struct sheet *sheet, const char *text)
{
    printf("%*s", INDENT, "");
    tdg_put_wrapped(stdout, text, INDENT, INDENT, sheet->terminal.width);
    fputc('\n', stdout);
}

static void put_dim(const struct sheet *sheet, const char *text)
{
    tdg_plain_colour(&sheet->terminal, TDG_COLOUR_DIM);
    fputs(text, stdout);
    tdg_plain_colour(&sheet->terminal, TDG_COLOUR_NONE);
}

/* "  theme    T3  80 %  Brexit: …"; no share where weight is negative. */
static void put_theme(const struct sheet *sheet, const char *role, uint32_t index, double weight)
{
    const struct tdg_theme_view *theme = tdg_analysis_theme(sheet->analysis, index);
    char title[TDG_TITLE];
    size_t column = (size_t)printf("%*s%-8s %-4s", INDENT, "", role, theme->id);
    column += weight < 0 ? 0 : (size_t)printf(" %3.0f %%", 100 * weight);
    column += (size_t)printf("  ");
    put_rest(sheet, tdg_theme_title(theme, title), column);
}

/* With two themes, the share of its words that each explains. */
static void put_themes(const struct sheet *sheet, const struct tdg_article_view *article)
{
    bool second = article->second_theme != TDG_NONE;
    put_theme(sheet, "theme", article->theme, second ? (double)article->weight : -1);
    if (!second)
        return;
    put_theme(sheet, "second", article->second_theme, (double)article->second_weight);
    put_sentence(sheet, "Its words are best explained by a mixture of the two themes.");
}

static void put_verdict(const struct sheet *sheet)
{
    const struct tdg_why_view *why = sheet->why;
    char text[SENTENCE];
    snprintf(text, sizeof text,
             "Its words decided (naive Bayes): they favour %s by log odds of %.2f over %s, the "
             "runner-up.",
             theme_id(sheet, why->theme), why->first_sum - why->other_sum,
             theme_id(sheet, why->other));
    put_sentence(sheet, text);
    if (why->before == TDG_NONE)
        snprintf(text, sizeof text,
                 "They moved it here from a theme that lost all of its articles this way.");
    else if (why->before == why->theme)
        snprintf(text, sizeof text, "Its neighbours had already put it in %s.",
                 theme_id(sheet, why->before));
    else
        snprintf(text, sizeof text, "They moved it here from %s, where its neighbours had put it.",
                 theme_id(sheet, why->before));
    put_sentence(sheet, text);
    if (why->barred == TDG_NONE)
        return;
    snprintf(text, sizeof text,
             "They favour %s even more, by %.2f, but this narrow topic of yours takes only "
             "articles with several of its own words.",
             theme_id(sheet, why->barred), why->barred_sum - why->first_sum);
    put_sentence(sheet, text);
}

static size_t put_figures(double first, double other)
{
    return (size_t)printf("%*s%+*.2f%+*.2f%+*.2f", INDENT, "", FIGURE, first, FIGURE, other, FIGURE,
                          first - other);
}

static void put_sum(const struct sheet *sheet, double first, double other, const char *name)
{
    size_t column = put_figures(first, other);
    column += (size_t)printf("%*s  ", TIMES, "");
    put_rest(sheet, name, column);
}

static void put_terms(const struct sheet *sheet)
{
    const struct tdg_why_view *why = sheet->why;
    double first = why->first_sum, other = why->other_sum;
    char line[128];
    snprintf(line, sizeof line, "\n%*s%*s%*s%*s%*s  Term\n", INDENT, "", FIGURE,
             theme_id(sheet, why->theme), FIGURE, theme_id(sheet, why->other), FIGURE, "Odds",
             TIMES, "Times");
    put_dim(sheet, line);
    size_t shown = why->term_count > TERMS + 1 ? TERMS : why->term_count;
    for (size_t i = 0; i < shown; i++) {
        const struct tdg_why_term_view *term = &why->terms[i];
        size_t column = put_figures(term->first, term->other);
        column += (size_t)printf("%*zu  ", TIMES, term->times);
        put_rest(sheet, term->term, column);
        first -= term->first;
        other -= term->other;
    }
    snprintf(line, sizeof line, "%zu more terms", why->term_count - shown);
    if (shown < why->term_count)
        put_sum(sheet, first, other, line);
    put_sum(sheet, why->first_sum, why->other_sum, "all its terms");
    put_sentence(sheet, "Each value is ln(1 + times) ln(share of the theme's words / share of all "
                        "words), with every article counted in its former theme.");
}

static void put_neighbours(const struct sheet *sheet)
{
    const struct tdg_why_view *why = sheet->why;
    if (!why->neighbour_count)
        return;
    put_dim(sheet, "\n  Cosine  Theme  Its neighbours, by their words\n");
    for (size_t i = 0; i < why->neighbour_count && i < NEIGHBOURS; i++) {
        const struct tdg_article_view *article =
            tdg_analysis_article(sheet->analysis, why->neighbours[i].article);
        size_t column = (size_t)printf("%*s%6.3f  %-5s  ", INDENT, "", why->neighbours[i].cosine,
                                       theme_id(sheet, article->theme));
        put_rest(sheet, article->headline, column);
    }
}

static void put_copy(const struct sheet *sheet, const struct tdg_article_view *article)
{
    if (article->copy_of == TDG_NONE)
        return;
    printf("%*scopy of  ", INDENT, "");
    put_rest(sheet, tdg_analysis_article(sheet->analysis, sheet->why->original)->id, INDENT + 9);
}

static void put_article(const struct sheet *sheet)
{
    const struct tdg_why_view *why = sheet->why;
    const struct tdg_article_view *article = tdg_analysis_article(sheet->analysis, why->article);
    fputs("\nWhy ", stdout);
    tdg_put_text(stdout, why->id);
    fputs(": ", stdout);
    put_rest(sheet, article->headline, strlen("Why : ") + tdg_text_width(why->id));
    put_copy(sheet, article);
    if (article->theme == TDG_NONE) {
        printf("%*sno theme: %s\n", INDENT, "", article->reason);
        return;
    }
    put_themes(sheet, article);
    if (why->other != TDG_NONE) {
        put_verdict(sheet);
        put_terms(sheet);
    } else if (tdg_analysis_theme_count(sheet->analysis) == 1)
        put_sentence(sheet, "This is the only theme.");
    else
        put_sentence(sheet, "The theme comes from a field of the article (--themes-from).");
    put_neighbours(sheet);
}

bool tdg_why_print(const struct tdg_analysis *analysis)
{
    bool good = true;
    for (size_t i = 0; i < tdg_analysis_why_count(analysis); i++) {
        struct sheet sheet = {tdg_terminal_of(stdout), analysis, tdg_analysis_why(analysis, i)};
        if (sheet.why->article != TDG_NONE) {
            put_article(&sheet);
            continue;
        }
        good = false;
        fputs("tidings: --why: no article with the id ", stderr);
        tdg_put_text(stderr, sheet.why->id);
        const char *within = tdg_analysis_within(analysis)->id;
        if (*within) {
            fputs(" in ", stderr);
            tdg_put_text(stderr, within);
        }
        fputs("; the first column of articles.csv lists all ids\n", stderr);
    }
    return good;
}
