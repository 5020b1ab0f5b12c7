// SPDX-License-Identifier: GPL-3.0-or-later
/* All themes: a table to compare them, and a card for each. */
#include "output/html/themes.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>
#include <tidings/types.h>

#include "base/plural.h"
#include "output/html/parts.h"
#include "output/html/plot.h"
#include "output/html/sources.h"
#include "output/html/text.h"
#include "output/output.h"
#include "phrasing/direction.h"
#include "phrasing/number.h"

static const struct tdg_parent_view *parent_of(const struct tdg_html *html,
                                               const struct tdg_theme_view *theme)
{
    for (size_t i = 0; i < tdg_analysis_parent_count(html->analysis); i++) {
        const struct tdg_parent_view *parent = tdg_analysis_parent(html->analysis, i);
        if (strcmp(parent->id, theme->parent) == 0)
            return tdg_is_shown_parent(parent) ? parent : NULL;
    }
    return NULL;
}

static void write_spark(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    char class[32];
    struct tdg_plot plot = {html->stream,
                            &html->columns,
                            140,
                            28,
                            2,
                            2,
                            2,
                            2,
                            tdg_series_top(&html->columns, theme->series, false)};
    snprintf(class, sizeof class, "spark c%zu", tdg_html_colour(html, theme));
    tdg_plot_open(&plot, class, "Share over time");
    tdg_plot_line(&plot, theme->series);
    tdg_plot_close(&plot);
}

static void write_parent_row(const struct tdg_html *html, const struct tdg_parent_view *parent)
{
    FILE *stream = html->stream;
    fprintf(stream, "<tr class=\"parent\" id=\"%s\" data-subject=\"%s\"><th scope=\"row\">",
            parent->id, parent->id);
    tdg_html_parent_title(stream, parent);
    fputs("</th><td>", stream);
    tdg_html_count_of(stream, parent->articles, parent->id, parent->id);
    fputs("</td><td>", stream);
    tdg_html_share(stream, parent->share);
    fprintf(stream, "</td>%s</tr>\n",
            html->columns.count ? "<td class=\"drawn\"></td><td></td><td class=\"word\"></td>"
                                : "");
}

static void write_row(const struct tdg_html *html, const struct tdg_theme_view *theme, bool below)
{
    FILE *stream = html->stream;
    fprintf(stream, "<tr%s data-subject=\"%s\"><th scope=\"row\">",
            theme->mixed ? " class=\"mixed\""
            : below      ? " class=\"below\""
                         : "",
            theme->id);
    tdg_html_title(html, theme, true);
    fputs("</th><td>", stream);
    tdg_html_count_of(stream, theme->articles, theme->id, theme->id);
    fputs("</td><td>", stream);
    tdg_html_share(stream, theme->share);
    fputs("</td>", stream);
    if (html->columns.count) {
        fputs("<td class=\"drawn\">", stream);
        write_spark(html, theme);
        fputs("</td><td>", stream);
        if (theme->change.period != TDG_NONE)
            tdg_html_points(stream, theme->change.share - theme->change.baseline);
        else
            fputs("–", stream);
        char direction[TDG_DIRECTION_TEXT];
        fprintf(stream, "</td><td class=\"word\">%s",
                tdg_direction_text(html->analysis, &theme->trend, direction));
        if (!tdg_is_steady(&theme->trend)) {
            fputs(" <span class=\"by\">", stream);
            tdg_html_q(stream, theme->trend.direction_q);
            fputs("</span>", stream);
        }
        fputs("</td>", stream);
    }
    fputs("</tr>\n", stream);
}

static void write_table(const struct tdg_html *html)
{
    fputs("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"All themes\">"
          "<table class=\"sortable\" id=\"table-themes\"><thead><tr>"
          "<th scope=\"col\">Theme</th><th scope=\"col\">Articles</th><th scope=\"col\">Share</th>",
          html->stream);
    if (html->columns.count)
        fputs("<th scope=\"col\" class=\"drawn\">Over time</th><th scope=\"col\">Change</th>"
              "<th scope=\"col\" class=\"word\">Trend</th>",
              html->stream);
    fputs("</tr></thead><tbody>\n", html->stream);
    for (size_t i = 0; i < html->digest.row_count; i++)
        if (html->digest.rows[i].parent)
            write_parent_row(html, html->digest.rows[i].parent);
        else
            write_row(html, html->digest.rows[i].theme, html->digest.rows[i].below);
    fputs("</tbody></table></div>\n", html->stream);
}

static void write_series(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    char class[32], label[160], high[TDG_NUMBER_TEXT];
    double most = tdg_series_top(&html->columns, theme->series, true);
    struct tdg_plot plot = {html->stream, &html->columns, 480, 130, 48, 6, 8, 20, most};
    size_t periods = tdg_analysis_period_count(html->analysis);
    if (!periods)
        return;
    snprintf(class, sizeof class, "series c%zu", tdg_html_colour(html, theme));
    snprintf(label, sizeof label,
             "Share of the theme over time with its 95 %% interval, at most %s",
             tdg_percent_text(tdg_series_top(&html->columns, theme->series, false), high));
    tdg_plot_open(&plot, class, label);
    for (size_t i = 0; i < tdg_analysis_finding_count(html->analysis); i++) {
        const struct tdg_finding_view *finding = tdg_analysis_finding(html->analysis, i);
        if (tdg_analysis_theme(html->analysis, finding->theme) == theme)
            tdg_plot_span(&plot, finding->first, finding->last);
    }
    tdg_plot_band(&plot, theme->series);
    tdg_plot_line(&plot, theme->series);
    tdg_plot_level(&plot, 0);
    tdg_plot_level(&plot, most);
    tdg_plot_days(&plot, tdg_analysis_period(html->analysis, 0)->start,
                  tdg_analysis_period(html->analysis, periods - 1)->end);
    tdg_plot_close(&plot);
}

/* The stories of the theme on a line of time, a dot each, as large as the story. */
static void write_stories(const struct tdg_html *html, uint32_t theme)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(html->analysis);
    const double width = 480, height = 26, left = 48, right = 6;
    double span = (double)(corpus->last - corpus->first);
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_story_count(html->analysis); i++)
        count += tdg_analysis_story(html->analysis, i)->theme == theme && html->kept.stories[i];
    if (!count || corpus->first == TDG_NO_DATE || !(span > 0))
        return;
    fprintf(html->stream,
            "<svg class=\"strip c%zu\" role=\"img\" viewBox=\"0 0 %d %d\" "
            "aria-label=\"Stories of the theme by their first day: %zu\">",
            tdg_html_colour(html, tdg_analysis_theme(html->analysis, theme)), (int)width,
            (int)height, count);
    for (size_t i = 0; i < tdg_analysis_story_count(html->analysis); i++) {
        const struct tdg_story_view *story = tdg_analysis_story(html->analysis, i);
        char x[TDG_NUMBER_TEXT], r[TDG_NUMBER_TEXT];
        if (story->theme != theme || !html->kept.stories[i] || story->first == TDG_NO_DATE)
            continue;
        double radius = 1.2 * sqrt((double)story->articles);
        double part = (double)(story->first - corpus->first) / span;
        fprintf(html->stream, "<circle cx=\"%s\" cy=\"13\" r=\"%s\"/>",
                tdg_fixed_text(left + part * (width - left - right), 1, x),
                tdg_fixed_text(radius < 12 ? radius : 12, 1, r));
    }
    fputs("</svg>\n", html->stream);
}

static void write_terms(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    char list[64];
    size_t shown = tdg_at_most(theme->term_count, html->digest.limits->theme_terms);
    fputs("<ul class=\"terms\">", html->stream);
    for (size_t i = 0; i < shown; i++) {
        fputs("<li>", html->stream);
        tdg_html_text(html->stream, theme->terms[i].term);
        fputs(" ", html->stream);
        snprintf(list, sizeof list, "%s~%zu", theme->id, i);
        tdg_html_count_of(html->stream, theme->terms[i].articles, theme->id, list);
        fputs("</li>", html->stream);
    }
    fputs("</ul>\n", html->stream);
}

static void write_sources(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    size_t shown = tdg_at_most(theme->source_count, html->digest.limits->theme_sources);
    if (!shown)
        return;
    fputs("<p class=\"sources\">", html->stream);
    for (size_t i = 0; i < shown; i++) {
        const struct tdg_theme_source_view *source = &theme->sources[i];
        fputs(i ? ", " : "", html->stream);
        tdg_html_text(html->stream, source->source);
        fputs(" ", html->stream);
        tdg_html_count_from(html->stream, source->articles, theme->id,
                            tdg_html_source(&html->sources, source->source));
    }
    fputs("</p>\n", html->stream);
}

static void write_facts(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    FILE *stream = html->stream;
    char text[TDG_NUMBER_TEXT], direction[TDG_DIRECTION_TEXT];
    const struct tdg_parent_view *parent = parent_of(html, theme);
    fputs("<ul class=\"facts\"><li>", stream);
    tdg_html_count_of(stream, theme->articles, theme->id, theme->id);
    fprintf(stream, " %s</li><li>", tdg_plural(theme->articles, "article", "articles"));
    tdg_html_share(stream, theme->share);
    fputs(" of all</li>", stream);
    if (html->columns.count)
        fprintf(stream, "<li>%s</li>",
                tdg_direction_text(html->analysis, &theme->trend, direction));
    if (theme->status != TDG_THEME_CONTINUING)
        fprintf(stream, "<li>%s</li>", tdg_theme_status_name(theme->status));
    if (!isnan(theme->stability))
        fprintf(
            stream,
            "<li%s><abbr title=\"How much of the theme comes back when half of the articles "
            "are clustered again, 1 for all of it; below 0.5 it may be chance\">stability</abbr> "
            "<data class=\"plain\" value=\"%s\">%s</data></li>",
            tdg_is_unstable(theme) ? " class=\"weak\"" : "",
            tdg_fixed_text(theme->stability, 2, text), text);
    if (parent) {
        fprintf(stream, "<li>with <a href=\"#%s\">", parent->id);
        tdg_html_parent_title(stream, parent);
        fputs("</a></li>", stream);
    }
    fputs("</ul>\n", stream);
}

static void write_card(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    uint32_t index = tdg_html_theme_index(html, theme);
    size_t all = tdg_at_most(theme->representative_count, html->digest.limits->theme_headlines);
    size_t open = tdg_at_most(all, html->digest.limits->opened_headlines);
    fprintf(html->stream,
            "<article class=\"card%s\" id=\"%s\" data-subject=\"%s\" aria-labelledby=\"h-%s\">\n"
            "<h3 id=\"h-%s\">",
            theme->mixed ? " mixed" : "", theme->id, theme->id, theme->id, theme->id);
    tdg_html_title(html, theme, false);
    fputs("</h3>\n", html->stream);
    write_facts(html, theme);
    write_series(html, theme);
    write_stories(html, index);
    write_terms(html, theme);
    tdg_html_articles(html, theme->representatives, open);
    if (all > open) {
        fputs("<details><summary>More headlines</summary>\n", html->stream);
        tdg_html_articles(html, theme->representatives + open, all - open);
        fputs("</details>\n", html->stream);
    }
    write_sources(html, theme);
    fputs("</article>\n", html->stream);
}

void tdg_html_themes(const struct tdg_html *html)
{
    fputs("<section id=\"themes\" aria-labelledby=\"h-themes\"><h2 id=\"h-themes\">Themes</h2>\n",
          html->stream);
    write_table(html);
    fputs("<div class=\"cards\">\n", html->stream);
    for (size_t i = 0; i < html->digest.row_count; i++)
        if (html->digest.rows[i].theme)
            write_card(html, html->digest.rows[i].theme);
    fputs("</div>\n</section>\n", html->stream);
}
