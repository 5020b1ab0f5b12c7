// SPDX-License-Identifier: GPL-3.0-or-later
/* One finding. */
#include "output/html/finding.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>

#include "base/plural.h"
#include "output/html/parts.h"
#include "output/html/plot.h"
#include "output/html/text.h"
#include "phrasing/number.h"
#include "view/charts.h"

static const struct tdg_point_view *series_of(const struct tdg_html *html,
                                              const struct tdg_finding_view *finding)
{
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, finding->theme);
    if (theme)
        return theme->series;
    return html->parent_series +
           (size_t)finding->parent * tdg_analysis_period_count(html->analysis);
}

static void write_plot(const struct tdg_html *html, const struct tdg_finding_view *finding)
{
    const struct tdg_point_view *series = series_of(html, finding);
    struct tdg_plot plot = {html->stream,
                            &html->columns,
                            240,
                            64,
                            2,
                            2,
                            3,
                            3,
                            tdg_series_top(&html->columns, series, false)};
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, finding->theme);
    char class[32];
    snprintf(class, sizeof class, "spark c%zu",
             theme ? tdg_html_colour(html, theme) : (size_t)TDG_GREY);
    tdg_plot_open(&plot, class, "The share over time; the periods of the finding are shaded.");
    tdg_plot_span(&plot, finding->first, finding->last);
    tdg_plot_line(&plot, series);
    tdg_plot_close(&plot);
}

static void write_factor(FILE *stream, const struct tdg_finding_view *finding)
{
    char exact[TDG_NUMBER_TEXT], shown[TDG_NUMBER_TEXT];
    if (!isfinite(finding->factor) || finding->factor <= 0)
        return;
    bool up = finding->factor >= 1;
    double times = up ? finding->factor : 1 / finding->factor;
    fprintf(stream, "<li>%s<data class=\"factor\" value=\"%s\">%s</data></li>", up ? "× " : "÷ ",
            tdg_number_text(times, exact), tdg_fixed_text(times, 1, shown));
}

static void write_facts(const struct tdg_html *html, const struct tdg_finding_view *finding,
                        const char *id)
{
    FILE *stream = html->stream;
    char anchor[48], text[TDG_NUMBER_TEXT];
    snprintf(anchor, sizeof anchor, "%s-articles", id);
    fputs("<ul class=\"facts\"><li>", stream);
    tdg_html_share(stream, finding->before);
    fputs(" → ", stream);
    tdg_html_share(stream, finding->after);
    fputs("</li><li>95&nbsp;% interval ", stream);
    tdg_html_share(stream, finding->low);
    fputs(" to ", stream);
    tdg_html_share(stream, finding->high);
    fputs("</li>", stream);
    write_factor(stream, finding);
    fputs("<li>", stream);
    tdg_html_q(stream, finding->q);
    fputs("</li><li>", stream);
    tdg_html_count_of(stream, finding->observed, anchor, id);
    fprintf(stream, " %s, ", tdg_plural(finding->observed, "article", "articles"));
    fprintf(stream, "<data class=\"rounded\" value=\"%s\">",
            tdg_number_text(finding->expected, text));
    fprintf(stream, "%s</data> expected</li></ul>\n", tdg_fixed_text(finding->expected, 0, text));
}

static void write_subject(const struct tdg_html *html, const struct tdg_finding_view *finding)
{
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, finding->theme);
    fputs("<p class=\"about\">", html->stream);
    if (theme) {
        tdg_html_title(html, theme, true);
    } else {
        const struct tdg_parent_view *parent = tdg_analysis_parent(html->analysis, finding->parent);
        fprintf(html->stream, "<a class=\"title\" href=\"#%s\">", parent->id);
        tdg_html_parent_title(html->stream, parent);
        fputs("</a>", html->stream);
    }
    fputs(" · ", html->stream);
    tdg_html_days(html->stream, finding->from, finding->to);
    fputs("</p>\n", html->stream);
}

void tdg_html_finding(const struct tdg_html *html, const struct tdg_finding_view *finding,
                      const char *id)
{
    FILE *stream = html->stream;
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, finding->theme);
    const struct tdg_parent_view *parent = tdg_analysis_parent(html->analysis, finding->parent);
    bool up = tdg_is_up(finding);
    fprintf(stream,
            "<li class=\"finding %s\" id=\"%s\" data-subject=\"%s\" data-from=\"%s\" "
            "data-to=\"%s\">\n<div class=\"words\">",
            up ? "up" : "down", id,
            theme    ? theme->id
            : parent ? parent->id
                     : "",
            finding->from, finding->to);
    fprintf(stream, "<p class=\"says\"><span class=\"mark\">%s</span> ", up ? "▲" : "▼");
    tdg_html_sentence(stream, finding->text);
    fputs("</p>\n", stream);
    write_facts(html, finding, id);
    write_subject(html, finding);
    size_t headlines = tdg_at_most(finding->evidence_count, html->digest.limits->evidence);
    if (headlines) {
        fprintf(stream, "<details id=\"%s-articles\"><summary>Key headlines</summary>\n", id);
        tdg_html_articles(html, finding->evidence, headlines);
        fputs("</details>\n", stream);
    }
    fputs("</div>\n", stream);
    write_plot(html, finding);
    fputs("</li>\n", stream);
}
