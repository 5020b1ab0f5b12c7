// SPDX-License-Identifier: GPL-3.0-or-later
/* The latest period: what is out of the ordinary in it, its terms, the largest changes, who wrote.
 */
#include "output/html/latest.h"

#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "output/html/finding.h"
#include "output/html/parts.h"
#include "output/html/terms.h"
#include "output/html/text.h"
#include "phrasing/finding.h"
#include "view/requested_period.h"

enum { SENTENCE = 200 };

/* "L1" is the first of the movements. */
static void write_subjects(const struct tdg_html *html)
{
    const struct tdg_selection *list = &html->digest.latest_themes;
    char id[32];
    if (list->count)
        fputs("<ol class=\"findings\">\n", html->stream);
    for (size_t i = 0; i < list->count; i++) {
        snprintf(id, sizeof id, "L%zu", (size_t)list->index[i] + 1);
        tdg_html_finding(html, tdg_listed(list, i), id);
    }
    fputs(list->count ? "</ol>\n" : "<p class=\"empty\">" TDG_NO_THEME_CHANGED "</p>\n",
          html->stream);
}

static void write_terms(const struct tdg_html *html)
{
    const struct tdg_selection *list = &html->digest.latest_terms;
    if (list->count)
        tdg_html_terms(html, list, 'L', "table-latest", "Terms of the latest period");
}

static void write_change(const struct tdg_html *html, const struct tdg_movement *movement)
{
    const struct tdg_theme_view *theme = movement->theme;
    const struct tdg_period_view *period =
        tdg_analysis_period(html->analysis, theme->change.period);
    char list[64];
    snprintf(list, sizeof list, "%s@%s", theme->id, period->id);
    fprintf(html->stream, "<tr data-subject=\"%s\"><th scope=\"row\">", theme->id);
    tdg_html_title(html, theme, true);
    fputs("</th><td>", html->stream);
    tdg_html_count_of(html->stream, theme->series[theme->change.period].articles, theme->id, list);
    fputs("</td><td>", html->stream);
    tdg_html_share(html->stream, theme->change.share);
    fputs("</td><td class=\"spare\">", html->stream);
    tdg_html_share(html->stream, theme->change.baseline);
    fprintf(html->stream, "</td><td class=\"%s\">", movement->change > 0 ? "up" : "down");
    tdg_html_points(html->stream, movement->change);
    fputs("</td></tr>\n", html->stream);
}

static void write_changes(const struct tdg_html *html)
{
    if (!html->digest.change_count)
        return;
    fputs("<h4>Largest changes</h4>\n<p class=\"note\">Against the mean of up to eight whole "
          "periods before it, in percentage points, significant or not.</p>"
          "\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Largest changes\">"
          "<table><thead><tr><th scope=\"col\">Theme</th>"
          "<th scope=\"col\">Articles</th><th scope=\"col\">Share</th><th scope=\"col\" "
          "class=\"spare\">Before</th>"
          "<th scope=\"col\">Change</th></tr></thead><tbody>\n",
          html->stream);
    for (size_t i = 0; i < html->digest.change_count; i++)
        write_change(html, &html->digest.changes[i]);
    fputs("</tbody></table></div>\n", html->stream);
}

static void write_source(const struct tdg_html *html, const struct tdg_source_view *source)
{
    fputs("<tr><th scope=\"row\">", html->stream);
    tdg_html_text(html->stream, source->name);
    if (source->state)
        fprintf(html->stream, " (%s)",
                source->state == TDG_SOURCE_FEW ? "unusually few"
                                                : tdg_source_state_name(source->state));
    fputs("</th><td>", html->stream);
    tdg_html_count(html->stream, source->articles);
    fputs("</td><td>", html->stream);
    tdg_html_share(html->stream, source->share);
    fputs("</td><td>", html->stream);
    tdg_html_share(html->stream, source->before);
    fputs("</td></tr>\n", html->stream);
}

static void write_sources(const struct tdg_html *html)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(html->analysis);
    size_t shown = html->digest.source_count;
    if (!shown)
        return;
    fputs("<h4>Sources</h4>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
          "aria-label=\"Sources of the latest period\"><table><thead><tr>"
          "<th scope=\"col\">Source</th><th scope=\"col\">Originals</th>"
          "<th scope=\"col\">Share</th><th scope=\"col\">Before</th></tr></thead><tbody>\n",
          html->stream);
    for (size_t i = 0; i < shown; i++)
        write_source(html, &latest->sources[i]);
    fputs("</tbody></table></div>\n", html->stream);
    if (shown < latest->source_count)
        fputs("<p class=\"note\">More sources are in analysis.json.</p>\n", html->stream);
}

static void write_events(const struct tdg_html *html)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(html->analysis);
    if (!html->digest.lineage_count)
        return;
    fputs("<h4>Changes to themes</h4>\n<ul class=\"articles\">\n", html->stream);
    for (size_t i = 0; i < html->digest.lineage_count; i++) {
        fputs("<li>", html->stream);
        tdg_html_day(html->stream, latest->lineage[i].day);
        fputs(": ", html->stream);
        tdg_html_text(html->stream, latest->lineage[i].text);
        fputs("</li>\n", html->stream);
    }
    fputs("</ul>\n", html->stream);
}

static void write_heading(const struct tdg_html *html)
{
    const struct tdg_period_view *period = html->digest.latest;
    char why[SENTENCE];
    fputs("<h3>The last whole period, ", html->stream);
    tdg_html_days(html->stream, period->start, period->end);
    fputs("</h3>\n", html->stream);
    if (tdg_report_not_compared(html->analysis, why, sizeof why)) {
        fputs("<p class=\"note\">", html->stream);
        tdg_html_text(html->stream, why);
        fputs("</p>\n", html->stream);
    }
    if (!html->digest.tested)
        fputs("<p class=\"note\">" TDG_NOT_TESTED "</p>\n", html->stream);
}

void tdg_html_latest(const struct tdg_html *html)
{
    if (!html->digest.latest)
        return;
    write_heading(html);
    if (html->digest.tested) {
        write_subjects(html);
        write_terms(html);
    }
    write_events(html);
    write_changes(html);
    if (html->digest.tested)
        write_sources(html);
}
