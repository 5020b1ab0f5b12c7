// SPDX-License-Identifier: GPL-3.0-or-later
/* What moved: findings about themes and parents as sentences with their numbers and articles. */
#include <math.h>
#include <string.h>

#include "base/plural.h"
#include "report/html/html.h"
#include "report/html/plot.h"
#include "report/html/text.h"
#include "report/number.h"

enum { RECENT = 4 /* periods */, SHOWN = 12 };

static bool is_about_term(const struct tdg_finding_view *finding)
{
    return *finding->term;
}

/* It began or ended in the last periods that are whole. */
static bool is_recent(const struct tdg_html *html, const struct tdg_finding_view *finding)
{
    uint32_t last = tdg_analysis_latest(html->analysis)->last_whole;
    uint32_t since = last != TDG_NONE && last >= RECENT ? last - RECENT + 1 : 0;
    bool over = strcmp(finding->kind, "burst") == 0 && finding->last >= since;
    return finding->first >= since || over;
}

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
                            tdg_plot_most(&html->columns, series, false)};
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, finding->theme);
    char class[32];
    snprintf(class, sizeof class, "spark c%zu",
             theme ? tdg_html_colour(html, theme) : (size_t)TDG_HTML_LAYERS);
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
    bool up = finding->after > finding->before;
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
    if (finding->evidence_count) {
        fprintf(stream, "<details id=\"%s-articles\"><summary>Headlines that tell it</summary>\n",
                id);
        tdg_html_articles(html, finding->evidence, finding->evidence_count);
        fputs("</details>\n", stream);
    }
    fputs("</div>\n", stream);
    write_plot(html, finding);
    fputs("</li>\n", stream);
}

static bool is_in(const struct tdg_html *html, size_t index, bool recent)
{
    const struct tdg_finding_view *finding = tdg_analysis_finding(html->analysis, index);
    return !is_about_term(finding) && is_recent(html, finding) == recent;
}

static size_t count_group(const struct tdg_html *html, bool recent)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_finding_count(html->analysis); i++)
        count += is_in(html, i, recent);
    return count;
}

static const char *periods_word(const struct tdg_html *html)
{
    const char *period = tdg_options_get(tdg_analysis_options(html->analysis), "period");
    return strcmp(period, "day") == 0 ? "days" : strcmp(period, "month") == 0 ? "months" : "weeks";
}

/* Those after the first dozen wait behind a click. */
static void write_group(const struct tdg_html *html, bool recent)
{
    size_t all = count_group(html, recent), count = 0;
    char id[32];
    if (!all)
        return;
    fprintf(html->stream, "<h3>%s %s</h3>\n<ol class=\"findings\">\n",
            recent ? "New in the last four" : "Before the last four", periods_word(html));
    for (size_t i = 0; i < tdg_analysis_finding_count(html->analysis); i++) {
        if (!is_in(html, i, recent) || count == TDG_HTML_FINDINGS)
            continue;
        if (count == SHOWN)
            fputs("</ol>\n<details class=\"more\"><summary>Show more</summary>\n"
                  "<ol class=\"findings\">\n",
                  html->stream);
        snprintf(id, sizeof id, "F%zu", i + 1);
        tdg_html_finding(html, tdg_analysis_finding(html->analysis, i), id);
        count++;
    }
    fputs(count > SHOWN ? "</ol></details>\n" : "</ol>\n", html->stream);
    if (count < all) {
        fputs("<p class=\"note\">", html->stream);
        tdg_html_count(html->stream, all - count);
        fputs(" more are in analysis.json.</p>\n", html->stream);
    }
}

static void write_none(const struct tdg_html *html)
{
    if (!tdg_analysis_period_count(html->analysis))
        fputs("<p class=\"empty\">No article has a date, so nothing is said about time.</p>\n",
              html->stream);
    else if (!count_group(html, true) && !count_group(html, false))
        fputs("<p class=\"empty\">No theme moved by more than chance would move one, or there are "
              "too few periods to tell.</p>\n",
              html->stream);
    else if (!count_group(html, true))
        fprintf(html->stream,
                "<p class=\"empty\">Nothing new in the last four %s: no theme began or ceased to "
                "move by more than chance would move one.</p>\n",
                periods_word(html));
}

void tdg_html_findings(const struct tdg_html *html)
{
    const char *level = tdg_options_get(tdg_analysis_options(html->analysis), "level");
    fputs("<section id=\"moved\" aria-labelledby=\"h-moved\"><h2 id=\"h-moved\">What moved</h2>\n",
          html->stream);
    bool asked = *tdg_analysis_latest(html->analysis)->asked;
    if (asked) /* what has just happened comes first */
        tdg_html_latest(html);
    write_none(html);
    write_group(html, true);
    if (!asked)
        tdg_html_latest(html);
    write_group(html, false);
    if (tdg_analysis_finding_count(html->analysis)) {
        fputs("<p class=\"note\">q is the share of false alarms to be expected among all findings "
              "up to this one; told is what has ",
              html->stream);
        tdg_html_text(html->stream, level);
        fputs(" or less. The interval is of the share in the periods of the finding.</p>\n",
              html->stream);
    }
    fputs("</section>\n", html->stream);
}
